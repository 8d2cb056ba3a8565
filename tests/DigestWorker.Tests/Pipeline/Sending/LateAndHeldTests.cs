using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline.Sending;

public sealed class LateAndHeldTests : IDisposable
{
    private readonly SendingRoom _room = new();

    private Newsroom Newsroom => _room.Newsroom;

    [Fact]
    public async Task A_digest_that_cannot_go_out_for_four_days_is_held_and_the_next_one_covers_it()
    {
        await _room.ComposeAsync("lead@example.org");
        await _room.SendAsync(_ => Deferred(TransportStage.Recipient, "451 4.7.1 later"));
        Newsroom.Clock.Now = Monday.AddDays(4).AddHours(1);
        Assert.Equal(1, (await _room.SendAsync(_ => Accepted)).Held);
        Assert.Single(_room.Tried);

        Newsroom.Clock.Now = Monday.AddDays(7);
        var next = Assert.Single(Publish(Newsroom.Clock.Now).Digests);

        Assert.Single(next.Selection.Full);
        Assert.Equal(1, _room.Report().Of(DeliveryState.Suppressed));
        Assert.Equal(1, (await _room.SendAsync(_ => Accepted)).Sent);
        Assert.Equal(1, Newsroom.Scalar("select count(*) from digest_release"));
    }

    [Theory]
    [InlineData(DeliveryState.Deferred)]
    [InlineData(DeliveryState.Sending)]
    public async Task What_an_outage_left_in_the_queue_or_half_sent_goes_out_with_the_next_edition_and_not_beside_it(DeliveryState left)
    {
        await _room.ComposeAsync("lead@example.org");
        await _room.SendAsync(_ => Deferred(TransportStage.Recipient, "451 4.7.1 later"));
        Newsroom.Scalar($"update delivery set state = '{left}' returning 0");
        Newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        Newsroom.Clock.Now = Monday.AddDays(7).AddMinutes(1);

        await Newsroom.PublishDueAsync();

        Assert.Equal("2026-W48", Path.GetFileName(Assert.Single(Newsroom.Mails))[..8]);
        Assert.Equal(1, _room.Report().Of(DeliveryState.Suppressed));
        Assert.Equal(2, Newsroom.Scalar("select count(*) from digest_release r join delivery v on v.digest_id = r.digest_id where v.state = 'Sent'"));
    }

    [Fact]
    public async Task An_earlier_week_by_hand_takes_nothing_from_a_later_one()
    {
        await _room.ComposeAsync("lead@example.org");

        _room.The<PublishEdition>().Run(EditionWeek.LastComplete(Monday).Previous, _ => true, TestContext.Current.CancellationToken);

        Assert.Equal(1, _room.Report().Of(DeliveryState.Queued));
        Assert.Equal(1, Newsroom.Scalar("select count(*) from digest_release"));
    }

    [Fact]
    public async Task By_hand_nothing_is_too_late()
    {
        await _room.ComposeAsync("lead@example.org");
        Newsroom.Clock.Now = Monday.AddDays(5);
        Assert.Equal(1, (await _room.SendAsync(_ => Accepted)).Held);

        var (_, sent) = await _room.The<DeliverEdition>().RunAsync(
            EditionWeek.LastComplete(Monday), wanted: null, folder: null, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(1, sent!.Sent);
    }

    [Fact]
    public async Task What_was_released_by_hand_and_is_put_off_is_not_held_as_too_late_again()
    {
        await _room.ComposeAsync("lead@example.org", "greylisted@example.org");
        Newsroom.Clock.Now = Monday.AddDays(5);
        Assert.Equal(2, (await _room.SendAsync(_ => Accepted)).Held);
        _room.The<Deliveries>().Release(EditionWeek.LastComplete(Monday), Newsroom.Clock.Now);
        await _room.SendAsync(mail => mail.Recipient.StartsWith("grey", StringComparison.Ordinal) ? Deferred(TransportStage.Recipient, "451 4.7.1 later") : Accepted, byHand: true);

        Newsroom.Clock.Now += TimeSpan.FromHours(1);
        var later = await _room.SendAsync(_ => Accepted);

        Assert.Equal((1, 0), (later.Sent, later.Held));
    }

    [Fact]
    public async Task Outside_the_safe_list_nothing_goes_out_until_the_list_is_lifted()
    {
        Newsroom.OnlyTo = ["@safe.example.org", "tester@example.org"];
        await _room.ComposeAsync("a@safe.example.org", "tester@example.org", "lead@school.example.org");

        var report = await _room.SendAsync(_ => Accepted);
        Assert.Equal((2, 1), (report.Sent, report.Held));
        Assert.DoesNotContain(_room.Tried, mail => mail.Recipient == "lead@school.example.org");

        Newsroom.OnlyTo = [];
        Newsroom.Restart();
        var (_, sent) = await _room.The<DeliverEdition>().RunAsync(
            EditionWeek.LastComplete(Monday), wanted: null, folder: null, progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(1, sent!.Sent);
    }

    [Fact]
    public async Task An_edition_that_is_due_for_too_long_is_left_out_and_the_next_covers_its_time()
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await Newsroom.CollectAsync();
        Newsroom.Subscribe("lead@example.org");

        foreach (var hours in new[] { 0, 1 })
        {
            Newsroom.Clock.Now = Monday.AddDays(4.5).AddHours(hours);
            await Newsroom.PublishDueAsync();
        }

        var alert = Assert.Single(_room.AlertMails());
        Assert.Contains("Edition 2026-W47 was left out", alert, StringComparison.Ordinal);
        Assert.Single(Newsroom.Mails);
        Newsroom.Clock.Now = Monday.AddDays(7).AddMinutes(5);
        await Newsroom.PublishDueAsync();

        Assert.Equal(2, _room.AlertMails().Length);
        Assert.Equal(3, Newsroom.Mails.Length);
    }

    [Fact]
    public async Task An_edition_that_only_some_have_by_hand_is_told_as_left_out_until_it_is_made_for_all()
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await Newsroom.CollectAsync();
        Newsroom.Subscribe("one@example.org");
        Newsroom.Subscribe("two@example.org");
        var (week, deliver) = (EditionWeek.LastComplete(Monday), _room.The<DeliverEdition>());
        Newsroom.Clock.Now = Monday.AddMinutes(-30);
        await deliver.RunAsync(week, subscriber => subscriber.Email == "one@example.org", folder: null, progress: null, TestContext.Current.CancellationToken);

        Newsroom.Clock.Now = Monday.AddDays(4.5);
        await Newsroom.PublishDueAsync();
        Assert.Contains("Edition 2026-W47 was left out", Assert.Single(_room.AlertMails()), StringComparison.Ordinal);

        await deliver.RunAsync(week, wanted: null, folder: null, progress: null, TestContext.Current.CancellationToken);
        await _room.WatchAsync();
        Assert.Equal(2, _room.AlertMails().Length);
    }

    [Fact]
    public async Task A_week_whose_edition_was_begun_and_reached_nobody_is_told_as_missed()
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Subscribe("lead@example.org");
        Newsroom.Publish("charity", FeedEntry.Grooming("a"));
        Newsroom.Clock.Now = Monday.AddDays(-7);
        await Newsroom.CollectAsync();
        await _room.The<DeliverEdition>().RunAsync(EditionWeek.LastComplete(Newsroom.Clock.Now), wanted: null, folder: null, progress: null, TestContext.Current.CancellationToken);
        Newsroom.Publish("charity", FeedEntry.Grooming("b"));
        Newsroom.Clock.Now = Monday.AddDays(-2);
        await Newsroom.CollectAsync();
        _room.The<Editions>().Begin(EditionWeek.LastComplete(Monday), Monday);

        Newsroom.Clock.Now = Monday.AddDays(7).AddMinutes(5);
        await Newsroom.PublishDueAsync();

        var last = await File.ReadAllTextAsync(Newsroom.Mails.Single(mail => mail.Contains("2026-W48", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        Assert.Contains("No digest went out for the week to 22 November 2026", last.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_an_edition_is_composed_nothing_more_comes_into_it()
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Subscribe("lead@example.org");
        Newsroom.Clock.Now = Monday.AddMinutes(1);
        await Newsroom.PublishDueAsync();

        Newsroom.Publish("charity", FeedEntry.Grooming("of Tuesday"));
        Newsroom.Clock.Now = Monday.AddDays(1);
        await Newsroom.PublishDueAsync();
        Newsroom.Restart();
        await Newsroom.PublishDueAsync();
        Assert.Empty(Newsroom.Mails);

        Newsroom.Clock.Now = Monday.AddDays(7).AddMinutes(1);
        await Newsroom.PublishDueAsync();
        Assert.Single(Newsroom.Mails);
    }

    [Fact]
    public async Task A_turn_that_finds_the_edition_missing_collects_before_it_composes()
    {
        var turns = Newsroom.Turns();
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Subscribe("lead@example.org");
        await turns().PublishDueAsync(TestContext.Current.CancellationToken);
        Newsroom.Publish("charity", FeedEntry.Grooming("a minute before"));
        Newsroom.Clock.Now = Monday.AddMinutes(1);

        await turns().PublishDueAsync(TestContext.Current.CancellationToken);

        Assert.Single(Newsroom.Mails);
    }

    [Fact]
    public async Task A_new_installation_has_left_nothing_out()
    {
        Newsroom.Publish("charity");
        Newsroom.Clock.Now = Monday.AddDays(5);
        Newsroom.Subscribe("lead@example.org");

        await Newsroom.PublishDueAsync();

        Assert.Empty(Newsroom.Mails);
    }

    public void Dispose() => _room.Dispose();

    private PublishReport Publish(DateTimeOffset now) =>
        _room.The<PublishEdition>().Run(EditionWeek.LastComplete(now), _ => true, TestContext.Current.CancellationToken);
}
