using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Mailing;

/// <summary>Who gets an alert and who does not any more, and how it can be left.</summary>
public sealed class AlertReadersTests
{
    private const string Text = "This is statutory guidance for schools on online safety and safeguarding children.";

    [Fact]
    public async Task The_letter_can_be_left_by_one_click_and_by_links_to_the_readers_own_pages()
    {
        using var room = new AlertRoom("https://digest.example.org");
        await PublishAsync(room, [AlertRoom.Reader]);

        var mail = await room.SendAsync();

        var token = room.Token(AlertRoom.Reader);
        Assert.Contains($"List-Unsubscribe: <https://digest.example.org/u/{token}>,", mail, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", mail, StringComparison.Ordinal);
        Assert.Contains("From: Digest <digest+confirm@example.org>\r\n", mail, StringComparison.Ordinal);
        Assert.Contains($"https://digest.example.org/p/{token}", mail, StringComparison.Ordinal);
        Assert.Contains("https://www.gov.uk/guidance/online", mail, StringComparison.Ordinal);
        Assert.Contains("text/html", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_pages_a_reply_is_the_way_out()
    {
        using var room = new AlertRoom();
        await PublishAsync(room, [AlertRoom.Reader]);

        var mail = await room.SendAsync();

        Assert.Contains($"List-Unsubscribe: <mailto:team@example.org?subject=stop-{room.Token(AlertRoom.Reader)}>\r\n", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe-Post", mail, StringComparison.Ordinal);
        Assert.Contains("reply to this email", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_plain_text_gets_it_so()
    {
        using var room = new AlertRoom();
        await room.OpenAsync();
        room.Ask(wishes: wishes => wishes with { TextOnly = true });
        room.Publish("online", "Online safety", Text);
        await room.CollectAsync();

        Assert.DoesNotContain("text/html", await room.SendAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update subscriber set state = 'Unsubscribed', ended_at = '2026-11-19T12:00:00Z'")]
    [InlineData("update subscriber set state = 'Paused', paused_until = '2026-12-01'")]
    [InlineData("update subscriber set state = 'Suppressed'")]
    public async Task Whoever_stops_or_pauses_after_it_was_written_does_not_get_it(string change)
    {
        using var room = new AlertRoom();
        await PublishAsync(room, [AlertRoom.Reader]);
        room.Newsroom.Scalar($"{change} returning id");

        Assert.Equal("", await room.SendAsync());
        Assert.Equal(1, room.Newsroom.Scalar("select count(*) from letter where state = 'Suppressed' and text = ''"));
    }

    [Fact]
    public async Task Nothing_is_written_in_a_pause_nor_to_whoever_took_the_wish_back()
    {
        using var room = new AlertRoom();
        await room.OpenAsync();
        room.Ask("paused@example.org");
        room.Ask("back@example.org");
        room.Newsroom.Services.GetRequiredService<Choices>().Pause(room.Token("paused@example.org"), new DateOnly(2026, 12, 1), room.Newsroom.Clock.Now);
        room.Save("back@example.org", wishes => wishes with { Alerts = false });
        room.Publish("online", "Online safety", Text);
        await room.CollectAsync();

        Assert.Equal(0, room.Letters);
        Assert.Equal(1, room.Newsroom.Scalar("select count(*) from subscriber where alerts_since is not null"));
    }

    [Fact]
    public async Task A_day_that_is_quiet_for_all_teams_of_somebody_brings_none_and_the_next_day_does()
    {
        using var room = new AlertRoom();
        await room.OpenAsync();
        room.Newsroom.Services.GetRequiredService<Teams>().Add(
            "north", [new Joiner(AlertRoom.Reader, null, ["designated-safeguarding-lead"], [])], (Actor.Admin, AlertRoom.Thursday));
        room.Save(AlertRoom.Reader, wishes => wishes with { Alerts = true });
        room.Newsroom.Scalar("insert into team_quiet (team_id, first_day, last_day) select id, '2026-11-19', '2026-11-19' from team returning team_id");
        room.Publish("online", "Online safety", Text);
        await room.CollectAsync();
        Assert.Equal(0, room.Letters);

        await room.CollectAsync(hours: 24);
        Assert.Equal(1, room.Letters);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_goes_on_where_it_stopped_and_writes_none_twice()
    {
        using var room = new AlertRoom();
        string[] readers = [.. Enumerable.Range(0, 5).Select(at => $"reader{at}@example.org")];
        await PublishAsync(room, readers);
        room.Newsroom.Scalar("delete from letter where id > 2 returning id");
        room.Newsroom.Restart();

        Assert.Equal(3, room.Newsroom.Services.GetRequiredService<WriteAlerts>().Run(TestContext.Current.CancellationToken));
        Assert.Equal(0, room.Newsroom.Services.GetRequiredService<WriteAlerts>().Run(TestContext.Current.CancellationToken));
        Assert.Equal(5, room.Newsroom.Scalar("select count(distinct subscriber_id) from letter"));
    }

    [Fact]
    public async Task A_letter_to_somebody_who_was_erased_meanwhile_is_not_kept()
    {
        using var room = new AlertRoom();
        await PublishAsync(room, [AlertRoom.Reader]);
        room.Newsroom.Scalar("update subscriber set email = '' returning id");
        var letter = new Letter("alert:1:9:0", "digest@example.org", AlertRoom.Reader, "New statutory guidance: 1 page", "text", "")
        {
            SubscriberId = 1,
            MessageId = "one@example.org",
            ComposedAt = AlertRoom.Thursday,
        };

        Assert.False(room.Newsroom.Services.GetRequiredService<Database>().InTransaction(connection => Letters.Add(connection, letter)));
    }

    private static async Task PublishAsync(AlertRoom room, string[] readers)
    {
        await room.OpenAsync();
        foreach (var reader in readers)
        {
            room.Ask(reader);
        }

        room.Publish("online", "Online safety", Text);
        await room.CollectAsync();
        Assert.Equal(readers.Length, room.Letters);
    }
}
