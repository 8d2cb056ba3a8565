using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline.Sending;

public sealed class TellSendingTests : IDisposable
{
    private readonly SendingRoom _room = new() { Newsroom = new Newsroom(Monday.AddDays(-6)) { AdminAddress = "admin@example.org", Canary = "s000@example.org" } };

    [Fact]
    public async Task The_admin_hears_once_that_sending_stopped_and_once_that_it_goes_on()
    {
        await _room.ComposeAsync(Addresses(3));
        await _room.SendAsync(_ => Refused(TransportStage.Auth, "535 5.7.8 wrong"));
        await _room.WatchAsync();
        _room.Newsroom.Clock.Now = Monday.AddMinutes(40);
        await _room.SendAsync(_ => Refused(TransportStage.Auth, "535 5.7.8 wrong"));
        await _room.WatchAsync();
        Assert.Contains("refused the log-in", Assert.Single(_room.AlertMails()), StringComparison.Ordinal);

        await _room.SendAsync(_ => Accepted, byHand: true);
        await _room.WatchAsync();

        Assert.Equal(2, _room.AlertMails().Length);
        Assert.Single(_room.AlertMails(), mail => mail.Contains("Subject: Digest: sending is in order again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_admin_hears_once_of_an_edition_that_is_not_complete_in_a_day()
    {
        await _room.ComposeAsync(Addresses(3));
        TransportReply Later(Envelope mail) => mail.Recipient == "s001@example.org" ? Deferred(TransportStage.Recipient, "451 4.7.1 later") : Accepted;
        await _room.SendAsync(Later);
        await _room.WatchAsync();
        Assert.Empty(_room.AlertMails());
        foreach (var hours in new[] { 25, 30, 35 })
        {
            _room.Newsroom.Clock.Now = Monday.AddHours(hours);
            await _room.SendAsync(Later);
            await _room.WatchAsync();
        }

        var alert = Assert.Single(_room.AlertMails());
        Assert.Contains("Edition 2026-W47 is not complete: of 3 digests 2 are sent", alert, StringComparison.Ordinal);
        Assert.DoesNotContain("s001", alert, StringComparison.Ordinal);

        _room.Newsroom.Clock.Now = Monday.AddHours(40);
        await _room.SendAsync(_ => Accepted);
        await _room.WatchAsync();
        Assert.Equal(2, _room.AlertMails().Length);
    }

    [Fact]
    public async Task The_admin_hears_of_a_canary_whose_digest_was_refused()
    {
        await _room.ComposeAsync(Addresses(3));
        await _room.SendAsync(mail => mail.Recipient == "s000@example.org" ? Refused(TransportStage.Recipient, "550 5.7.1 policy") : Accepted);
        _room.Newsroom.Clock.Now = Monday.AddHours(25);

        await _room.SendAsync(_ => Accepted);
        await _room.WatchAsync();

        Assert.Contains("The canary's digest of 2026-W47 is not sent; it is failed.", Assert.Single(_room.AlertMails()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_admin_hears_of_a_canary_that_is_not_subscribed()
    {
        await _room.ComposeAsync("s001@example.org");
        await _room.SendAsync(_ => Accepted);
        _room.Newsroom.Clock.Now = Monday.AddHours(25);

        await _room.WatchAsync();

        Assert.Contains("The canary is not subscribed", Assert.Single(_room.AlertMails()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_later_digest_covers_or_somebody_left_behind_is_no_trouble_any_more()
    {
        await _room.ComposeAsync(Addresses(2));
        _room.Newsroom.Scalar("update delivery set state = case recipient when 's000@example.org' then 'Suppressed' else 'Held' end; select 0");
        _room.The<Subscribers>().Remove("s001@example.org", Monday);
        _room.Newsroom.Clock.Now = Monday.AddHours(25);

        await _room.WatchAsync();

        Assert.Empty(_room.AlertMails());
    }

    [Fact]
    public async Task A_canary_whose_day_came_later_in_the_week_has_a_day_from_then_on()
    {
        await _room.ComposeAsync(Addresses(2));
        await _room.SendAsync(mail => mail.Recipient == "s000@example.org" ? Deferred(TransportStage.Recipient, "451 4.7.1 later") : Accepted);
        _room.Newsroom.Scalar("update delivery set composed_at = '2026-11-26T07:30:00Z' where recipient = 's000@example.org'; select 0");
        _room.Newsroom.Clock.Now = Monday.AddDays(3).AddMinutes(10);

        await _room.WatchAsync();

        Assert.Empty(_room.AlertMails());
    }

    [Fact]
    public async Task The_admin_hears_of_many_digests_that_come_back()
    {
        await _room.ComposeAsync(Addresses(30));
        await _room.SendAsync(mail => mail.Recipient.EndsWith("5@example.org", StringComparison.Ordinal) || mail.Recipient.EndsWith("7@example.org", StringComparison.Ordinal)
            ? Refused(TransportStage.Recipient, "550 5.1.1 nobody of this name")
            : Accepted);
        _room.Newsroom.Clock.Now = Monday.AddHours(1);

        await _room.WatchAsync();

        Assert.Contains("Of the 30 digests of the last two weeks 6 came back or were refused", Assert.Single(_room.AlertMails()).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_the_servers_reply_is_not_in_the_mail()
    {
        await _room.ComposeAsync(Addresses(2));
        await _room.SendAsync(_ => Refused(TransportStage.Mail, "550 5.7.1 <bounce+ab12@example.org> and s001@example.org are unknown"));

        await _room.WatchAsync();

        var mail = Assert.Single(_room.AlertMails());
        Assert.Contains("***", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("s001", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("ab12", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_adds_up_to_the_subscribers()
    {
        await _room.ComposeAsync(Addresses(30));
        await _room.SendAsync(mail => mail.Recipient switch
        {
            "s003@example.org" => Refused(TransportStage.Recipient, "550 5.7.1 policy"),
            "s004@example.org" => Deferred(TransportStage.Recipient, "451 4.7.1 later"),
            _ => Accepted,
        });

        var (report, unsent) = (_room.Report(), _room.Unsent());

        Assert.Equal(["s003@example.org Failed", "s004@example.org Deferred"], unsent.Select(digest => $"{digest.Recipient} {digest.State}").Order(StringComparer.Ordinal));
        Assert.Equal((30, 30, 28, 1, 1), (report.Subscribers, report.Digests, report.Of(DeliveryState.Sent), report.Of(DeliveryState.Failed), report.Of(DeliveryState.Deferred)));
    }

    [Fact]
    public async Task A_complete_edition_leaves_nothing_to_report()
    {
        await _room.ComposeAsync(Addresses(2));
        await _room.SendAsync(_ => Accepted);

        Assert.Empty(_room.Unsent());
    }

    public void Dispose() => _room.Dispose();
}
