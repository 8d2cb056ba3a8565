using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>The same edition on the day of the week that each subscriber chose.</summary>
public sealed class WeekdaysTests : IDisposable
{
    private const int Weeks = 40, InFeed = 12;

    // The schedule publishes at 07:30 in London.
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6));
    private readonly List<FeedEntry> _published = [];

    [Fact]
    public async Task A_later_day_brings_the_edition_of_Monday_on_that_day_at_the_schedule_s_time()
    {
        await BeginAsync(("monday@example.org", null), ("thursday@example.org", 4));
        await TurnAsync(Monday.AddMinutes(1));
        Assert.Equal(["monday@example.org"], Recipients());
        Bring(Monday.AddDays(1));

        await TurnAsync(Monday.AddDays(3).AddMinutes(-1));
        Assert.Single(Recipients());
        await TurnAsync(Monday.AddDays(3));
        await TurnAsync(Monday.AddDays(3).AddMinutes(5));

        Assert.Equal(["monday@example.org", "thursday@example.org"], Recipients());
        Assert.Equal(1, _newsroom.Scalar("select count(distinct window_to) from digest"));
        Assert.Equal(2, _newsroom.Scalar("select count(*) from digest_release"));
        Assert.Equal(0, _newsroom.Scalar("select count(*) from edition_waiting"));
    }

    [Fact]
    public async Task By_hand_everybody_gets_the_edition_and_nobody_again_on_the_chosen_day()
    {
        await BeginAsync(("monday@example.org", null), ("thursday@example.org", 4));
        await TurnAsync(Monday.AddMinutes(1));
        _newsroom.Clock.Now = Monday.AddDays(1);

        Assert.Equal("thursday@example.org", Assert.Single((await _newsroom.DigestAsync()).Published.Digests).Subscriber.Email);
        await TurnAsync(Monday.AddDays(3));

        Assert.Equal(2, _newsroom.Mails.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_has_paused_only_before_the_chosen_day_gets_the_edition_on_it_whatever_is_done_by_hand_before(bool afterTheSchedule)
    {
        await BeginAsync(("monday@example.org", null), ("returns@example.org", 4));
        Pause("returns@example.org", "2026-11-25");
        if (afterTheSchedule)
        {
            await TurnAsync(Monday.AddMinutes(1));
        }

        _newsroom.Clock.Now = Monday.AddDays(1);
        await _newsroom.DigestAsync();
        Assert.Equal(["monday@example.org"], Recipients());

        await TurnAsync(Monday.AddDays(3));

        Assert.Equal(["monday@example.org", "returns@example.org"], Recipients());
    }

    [Fact]
    public async Task Whoever_chooses_another_day_in_the_middle_of_the_week_gets_the_edition_once()
    {
        await BeginAsync(("earlier@example.org", 4), ("later@example.org", null), ("monday@example.org", 5));
        await TurnAsync(Monday.AddMinutes(1));
        _newsroom.Scalar("""
            update subscriber set weekday = 2 where address = 'earlier@example.org';
            update subscriber set weekday = 4 where address = 'later@example.org';
            update subscriber set weekday = null where address = 'monday@example.org';
            select 0
            """);
        await TurnAsync(Monday.AddDays(2));
        await TurnAsync(Monday.AddDays(3));
        await TurnAsync(Monday.AddDays(4));

        Assert.Equal(["earlier@example.org", "later@example.org", "monday@example.org"], Recipients());
    }

    [Fact]
    public async Task A_day_that_an_outage_swallowed_is_made_up_for_within_the_week_and_else_told_as_missed()
    {
        await BeginAsync(("monday@example.org", null), ("tuesday@example.org", 2));
        await TurnAsync(Monday.AddMinutes(1));
        await TurnAsync(Monday.AddDays(4));
        Assert.Equal(2, Recipients().Count);

        Bring(Monday.AddDays(5));
        await TurnAsync(Monday.AddDays(7).AddMinutes(1));
        await TurnAsync(Monday.AddDays(14).AddMinutes(1));
        Bring(Monday.AddDays(14).AddHours(2));
        await TurnAsync(Monday.AddDays(15));

        var last = await File.ReadAllTextAsync(_newsroom.Mails.Single(mail => mail.Contains("2026-W49", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        Assert.Contains("tuesday@example.org", last, StringComparison.Ordinal);
        Assert.Contains("No digest went out for the week to 29 November 2026;", last.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_paused_on_the_chosen_day_gets_nothing_on_it_whatever_held_on_Monday()
    {
        await BeginAsync(("pauses@example.org", 4), ("returns@example.org", 4));
        Pause("returns@example.org", "2026-11-25");
        await TurnAsync(Monday.AddMinutes(1));
        Pause("pauses@example.org", "2026-11-28");

        await TurnAsync(Monday.AddDays(3));

        Assert.Equal(["returns@example.org"], Recipients());
        Assert.Equal(1, _newsroom.Scalar("select count(*) from edition_waiting where waits_for = 'Pause'"));
        var report = _newsroom.Services.GetRequiredService<EditionReports>().Of(_newsroom.Services.GetRequiredService<Editions>().Find(EditionWeek.LastComplete(Monday))!);
        Assert.Equal((2, 1, 0, 1), (report.Subscribers, report.Digests, report.WithoutDigest, report.Waiting));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_release_comes_exactly_once_to_each_subscriber_whatever_day_each_chooses(int seed)
    {
        var random = new Random(seed);
        await BeginAsync(("monday@example.org", null), ("wednesday@example.org", 3), ("sunday@example.org", 7), ("changes@example.org", 5));

        for (var week = 1; week <= Weeks; week++)
        {
            await LiveAsync(LondonMonday(week), random);
        }

        foreach (var day in Enumerable.Range(0, 14))
        {
            await TurnAsync(LondonMonday(Weeks + 2).AddDays(day));
        }

        Assert.InRange(_published.Count, Weeks, 4 * Weeks);
        Assert.Equal(4 * _published.Count, _newsroom.Scalar("select count(*) from digest_release"));
        Assert.Equal(4 * _published.Count, _newsroom.Scalar("select count(*) from (select distinct subscriber_id, release_id from digest_release) told"));
        Assert.Equal(0, _newsroom.Scalar("select count(*) from (select 1 from digest group by edition_id, subscriber_id having count(*) > 1) twice"));
        Assert.Equal(_newsroom.Scalar("select count(*) from digest") - 4, _newsroom.Scalar(
            "select count(*) from digest a join digest b on a.subscriber_id = b.subscriber_id and a.window_to = b.window_from"));
        // What Sunday's outage swallowed may be made up for until Monday's edition is due.
        var (weekday, span) = TestServer.IsUsed ? ("to_char(cast(composed_at as timestamp), 'D')", "2 07:30' and '7 23:59") : ("strftime('%w', composed_at)", "1 07:30' and '6 23:59");
        Assert.Equal(0, _newsroom.Scalar($"""
            select count(*) from delivery
            where recipient = 'sunday@example.org' and {weekday} || ' ' || substr(composed_at, 12, 5) between '{span}'
               or recipient = 'wednesday@example.org' and {weekday} in ({(TestServer.IsUsed ? "'2', '3'" : "'1', '2'")})
            """));
    }

    public void Dispose() => _newsroom.Dispose();

    // On one day of five nothing runs. On Monday the clock is wrong in half of the weeks, by up to two hours.
    private async Task LiveAsync(DateTimeOffset monday, Random random)
    {
        for (var day = 0; day < 7; day++)
        {
            if (random.Next(4) == 0)
            {
                Bring(monday.AddDays(day).AddHours(-random.Next(1, 20)));
            }

            if (random.Next(6) == 0)
            {
                _newsroom.Scalar($"update subscriber set weekday = {random.Next(1, 8)} where address = 'changes@example.org'; select 0");
            }

            if (random.Next(5) > 0)
            {
                var wrong = day == 0 && random.Next(2) == 0 ? random.Next(-120, 120) : random.Next(1, 300);
                await TurnAsync(monday.AddDays(day).AddMinutes(wrong));
            }
        }
    }

    private static DateTimeOffset LondonMonday(int week) =>
        EditionWeek.InstantOf(EditionWeek.LondonDay(Monday).AddDays(7 * week)).AddHours(9);

    /// <summary>One release for all of them, and nothing of what was there before them.</summary>
    private async Task BeginAsync(params (string Address, int? Weekday)[] readers)
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("before the first subscriber"));
        await _newsroom.CollectAsync();
        foreach (var (address, weekday) in readers)
        {
            _newsroom.Subscribe(address);
            _newsroom.Scalar($"update subscriber set weekday = {weekday?.ToString(CultureInfo.InvariantCulture) ?? "null"} where address = '{address}'; select 0");
        }

        Bring(Monday.AddDays(-5));
        await _newsroom.CollectAsync();
    }

    private void Bring(DateTimeOffset at)
    {
        _published.Add(FeedEntry.Grooming($"{_published.Count:000}", at));
        _newsroom.Publish("charity", [.. _published.TakeLast(InFeed)]);
    }

    private async Task TurnAsync(DateTimeOffset now)
    {
        _newsroom.Clock.Now = now;
        await _newsroom.PublishDueAsync();
    }

    private void Pause(string address, string until) =>
        _newsroom.Scalar($"update subscriber set state = 'Paused', paused_until = '{until}' where address = '{address}'; select 0");

    private List<string> Recipients()
    {
        using var connection = _newsroom.Services.GetRequiredService<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select recipient from delivery order by recipient";
        using var reader = command.ExecuteReader();
        var recipients = new List<string>();
        while (reader.Read())
        {
            recipients.Add(reader.GetString(0));
        }

        return recipients;
    }
}
