using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.People.PersonRoom;

namespace DigestWorker.Tests.Pipeline.People;

/// <summary>What is held about people goes when its time is over: the clock is moved, the housekeeping runs.</summary>
public sealed class RetentionTests : IDisposable
{
    private static readonly EditionWeek Earlier = new(2026, 46), Later = new(2026, 47);

    private readonly PersonRoom _room = new();

    private Newsroom Newsroom => _room.Newsroom;

    [Fact]
    public async Task A_mail_keeps_its_text_for_35_days_and_its_page_says_when_it_is_gone()
    {
        await _room.FillAsync();
        var token = _room.Get<Subscribers>().All()[0].Token;

        KeepHouse(Monday.AddDays(34));

        Assert.Equal("", _room.Get<ReadDigest>().Run(Earlier, token));
        Assert.Contains("report w0", _room.Get<ReadDigest>().Run(Later, token), StringComparison.Ordinal);
        Assert.Equal(2, Count("profile where text = '' and html = '' and subject <> ''"));
        KeepHouse(Monday.AddDays(36));
        Assert.Equal("", _room.Get<ReadDigest>().Run(Later, token));
        Assert.Null(_room.Get<ReadDigest>().Run(Later, "another"));
    }

    [Fact]
    public async Task Whom_mail_did_not_reach_an_admin_restores_when_the_row_has_gone_too_and_nobody_who_objected()
    {
        await _room.FillAsync();
        Set("update subscriber set state = 'Suppressed', ended_at = '2024-01-01T00:00:00Z' where id = @id");
        _room.Get<Stops>().Object("objector@example.org", Monday);
        await _room.Get<DigestWorker.Pipeline.People.ErasePerson>().RunAsync("erased@example.org", TestContext.Current.CancellationToken);
        KeepHouse(Monday.AddDays(1));
        Assert.Equal(JoinOutcome.OptedOut, _room.Get<Subscribers>().Add(new Joiner(Email, null, ["governor"], []), Monday.AddDays(1)));

        var suppressions = _room.Get<Suppressions>();
        Assert.Equal(RestoreOutcome.Restored, suppressions.Restore(Email, Monday.AddDays(1)));
        Assert.Equal((RestoreOutcome.OptedOut, RestoreOutcome.OptedOut), (suppressions.Restore("objector@example.org", Monday), suppressions.Restore("erased@example.org", Monday)));
        Assert.Equal(RestoreOutcome.Unknown, suppressions.Restore(Email, Monday));

        Assert.Equal(JoinOutcome.Joined, _room.Get<Subscribers>().Add(new Joiner(Email, null, ["governor"], []), Monday.AddDays(1)));
    }

    [Fact]
    public async Task A_mail_that_is_still_to_be_sent_keeps_its_text_however_old()
    {
        await _room.FillAsync();
        Set("update delivery set state = 'Deferred', sent_at = null where id = 1");

        KeepHouse(Monday.AddDays(100));

        Assert.Equal(1, Count("profile where text <> ''"));
        Assert.Equal(1, Count("profile p join digest d on d.profile_id = p.id join delivery v on v.digest_id = d.id where p.text <> '' and v.id = 1"));
    }

    [Fact]
    public async Task What_was_held_until_its_text_was_gone_has_failed_and_the_next_digest_may_tell_it()
    {
        await _room.FillAsync();
        Set("update delivery set state = 'Held', sent_at = null where id in (select v.id from delivery v join digest d on d.id = v.digest_id where d.subscriber_id = @id)");

        KeepHouse(Monday.AddDays(36));

        Assert.Equal(2, Count("delivery where state = 'Failed'"));
        Assert.Equal(0, Newsroom.Scalar($"select count(*) from digest_release where subscriber_id = {_room.Id}"));
        Assert.Equal(0, Count("profile where text <> ''"));
        Assert.DoesNotContain(_room.Id, _room.Get<Editions>().LastDigests(new EditionWeek(2026, 48), IdRange.All).Keys);
    }

    [Fact]
    public async Task A_late_digest_of_an_edition_whose_text_is_gone_has_a_text()
    {
        await _room.FillAsync();
        KeepHouse(Monday.AddDays(60));
        Newsroom.Subscribe("late@example.org");

        await _room.Get<DeliverEdition>().RunAsync(Later, one => one.Email == "late@example.org", null, null, TestContext.Current.CancellationToken);

        Assert.Equal(1, Count("digest d join profile p on p.id = d.profile_id join delivery v on v.digest_id = d.id where v.recipient = 'late@example.org' and p.text <> '' and v.state = 'Sent'"));
    }

    [Fact]
    public async Task After_13_months_only_the_counts_of_an_edition_are_left_and_nothing_is_sent_again()
    {
        await _room.FillAsync();
        Set("delete from subscriber_word; delete from subscriber_topic");
        var (cutOffs, sent) = (_room.Get<Editions>().LastDigests(new EditionWeek(2026, 48), IdRange.All).ToDictionary(one => one.Key, one => one.Value.WindowTo), Sent());
        KeepHouse(Monday.AddMonths(13).AddDays(-8));
        Assert.Equal(4, Count("delivery"));

        KeepHouse(Monday.AddMonths(13).AddDays(1));

        Assert.Equal((0, 0), (Count("delivery"), Count("bounce")));
        Assert.All([Earlier, Later], week => Assert.Equal((2, 2), (Report(week).Digests, Report(week).Of(DeliveryState.Sent))));
        Assert.Equal(cutOffs, _room.Get<Editions>().LastDigests(new EditionWeek(2026, 48), IdRange.All).ToDictionary(one => one.Key, one => one.Value.WindowTo));
        Assert.Equal(sent, Sent());
        KeepHouse(Monday.AddMonths(14));
        Assert.All([Earlier, Later], week => Assert.Equal(2, Report(week).Digests));
    }

    [Fact]
    public async Task A_failed_digest_does_not_count_as_sent_when_its_delivery_is_gone()
    {
        await _room.FillAsync();
        var id = _room.Id;
        Set("update delivery set state = 'Failed' where id = (select max(v.id) from delivery v join digest d on d.id = v.digest_id where d.subscriber_id = @id)");
        var before = _room.Get<Editions>().LastDigests(new EditionWeek(2026, 48), IdRange.All)[id].WindowTo;

        KeepHouse(Monday.AddMonths(13).AddDays(1));

        Assert.Equal(before, _room.Get<Editions>().LastDigests(new EditionWeek(2026, 48), IdRange.All)[id].WindowTo);
        Assert.Equal((1, 1), (Report(Later).Of(DeliveryState.Failed), Report(Later).Of(DeliveryState.Sent)));
    }

    [Fact]
    public async Task Who_has_had_a_release_is_known_for_as_long_as_it_keeps_its_text_and_the_newest_digest_for_good()
    {
        await _room.FillAsync();
        KeepHouse(Monday.AddMonths(35));
        Assert.Equal((4, 4), (Count("digest"), Count("digest_release")));

        KeepHouse(Monday.AddMonths(36).AddDays(1));

        Assert.Equal((2, 0), (Count("digest"), Count("digest_release")));
        Assert.Equal(2, _room.Get<Editions>().LastDigests(new EditionWeek(2029, 48), IdRange.All).Count);
        Assert.Equal(2, Report(Earlier).Digests);
    }

    [Fact]
    public async Task An_asking_that_nobody_confirmed_is_gone_after_seven_days_with_the_mail_about_it()
    {
        await _room.FillAsync();
        Newsroom.Clock.Now = new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
        _room.Get<Housekeep>().Run();
        Assert.Equal((1, 2), (Count("confirmation"), Count("letter where recipient <> ''")));

        KeepHouse(new DateTimeOffset(2026, 11, 27, 9, 0, 1, TimeSpan.Zero));

        Assert.Equal(0, Count("confirmation"));
        Assert.Equal(1, Count("letter where key = 'second' and recipient || subject || text || html || token = ''"));
        Assert.Equal(1, Count("letter where key = 'first' and recipient <> '' and text <> ''"));
    }

    [Fact]
    public async Task A_letter_to_a_subscriber_is_emptied_like_a_mail_and_goes_with_the_deliveries()
    {
        await _room.FillAsync();
        Set("update letter set state = 'Deferred' where key = 'second'");

        KeepHouse(Monday.AddDays(35));
        Assert.Equal(1, Count("letter where key = 'first' and text = '' and recipient = ''"));
        KeepHouse(Monday.AddMonths(13));

        Assert.Equal((0, 1), (Count("letter where key = 'first'"), Count("letter where key = 'second' and text <> ''")));
    }

    [Fact]
    public async Task Mails_that_came_back_are_deleted_30_days_after_they_were_read_and_not_before_they_are()
    {
        await _room.FillAsync();
        _room.Execute($"insert into bounce (message_hash, kind, received_at) values ({TestServer.Bytes("02")}, 'AutoReply', '2026-11-23T08:00:00Z')");
        var read = Directory.GetFiles(Path.Combine(_room.Maildir, "cur"));
        foreach (var file in Directory.GetFiles(_room.Maildir, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, Monday.UtcDateTime);
        }

        File.SetLastWriteTimeUtc(read[0], Monday.AddDays(2).UtcDateTime);
        KeepHouse(Monday.AddDays(31));

        Assert.Equal([read[0]], Directory.GetFiles(Path.Combine(_room.Maildir, "cur")));
        Assert.Single(Directory.GetFiles(Path.Combine(_room.Maildir, "new")));
        Assert.Equal((1, 1), (Count("bounce"), Count("bounce where delivery_id is not null")));
    }

    [Fact]
    public async Task Whoever_left_is_forgotten_after_13_months_and_whoever_objected_stays_out_for_good()
    {
        await _room.FillAsync();
        Newsroom.Subscribe("left@example.org");
        _room.Get<Subscribers>().Remove("left@example.org", Monday);
        _room.Get<Stops>().Object(Email, Monday);
        KeepHouse(Monday.AddMonths(13));
        Assert.Equal(0, Count("subscriber where email = ''"));

        KeepHouse(Monday.AddMonths(13).AddDays(1));

        Assert.Equal([Other], _room.Get<Subscribers>().Everybody().Select(one => one.Email));
        Assert.Equal(1, Count("subscriber"));
        Assert.Equal(1, Count("suppression where reason = 'Unsubscribed'"));
        Assert.Equal(JoinOutcome.OptedOut, Add(Email));
        Assert.Equal(JoinOutcome.Joined, Add("left@example.org"));
        Assert.All([Earlier, Later], week => Assert.Equal(2, Report(week).Digests));
    }

    [Fact]
    public async Task Whoever_left_long_ago_and_asks_anew_confirms_it_though_the_old_subscription_is_forgotten_meanwhile()
    {
        await _room.FillAsync();
        Newsroom.Subscribe("left@example.org");
        _room.Get<Subscribers>().Remove("left@example.org", Monday);
        Newsroom.Clock.Now = Monday.AddMonths(13).AddDays(1);
        Assert.True(_room.Get<AskToJoin>().Run(new Asking("left@example.org", ["governor"], [], "Yes")));
        var letters = Count("letter where recipient = 'left@example.org'");

        KeepHouse(Newsroom.Clock.Now.AddMinutes(1));

        Assert.Equal(0, Count("subscriber where email = 'left@example.org'"));
        Assert.Equal((1, letters), (Count("confirmation where email = 'left@example.org'"), Count("letter where recipient = 'left@example.org'")));
    }

    [Fact]
    public async Task Why_somebody_had_no_digest_and_mails_that_no_digest_names_are_not_kept_for_good()
    {
        await _room.FillAsync();
        Set("insert into edition_waiting (edition_id, subscriber_id, waits_for) select e.id, @id, 'Pause' from edition e where true on conflict do nothing");
        var (waiting, profiles) = (Count("edition_waiting"), Count("profile"));

        KeepHouse(Monday.AddMonths(12));
        Assert.Equal((waiting, profiles), (Count("edition_waiting"), Count("profile")));

        KeepHouse(Monday.AddYears(5));
        Assert.Equal(0, Count("edition_waiting"));
        Assert.Equal(0, Count("profile p where not exists (select 1 from digest d where d.profile_id = p.id)"));
        Assert.InRange(Count("profile"), 0, profiles - 1);
    }

    public void Dispose() => _room.Dispose();

    private void KeepHouse(DateTimeOffset now)
    {
        Newsroom.Clock.Now = now;
        _room.Get<Housekeep>().Run();
    }

    private JoinOutcome Add(string email) => _room.Get<Subscribers>().Add(new Joiner(email, null, ["governor"], []), Newsroom.Clock.Now);

    private EditionReport Report(EditionWeek week) => _room.Get<EditionReports>().Of(_room.Get<Editions>().Find(week)!);

    private List<(long, SentRelease)> Sent() => [.. _room.Get<SentReleases>().Of(new EditionWeek(2026, 48), _room.Get<Subscribers>().All().Select(one => one.Id), from: 0)
        .SelectMany(of => of.Select(sent => (of.Key, sent))).Order(Comparer<(long Key, SentRelease Sent)>.Create((a, b) => (a.Key, a.Sent.ReleaseId).CompareTo((b.Key, b.Sent.ReleaseId))))];

    private int Count(string from) => (int)Newsroom.Scalar($"select count(*) from {from}");

    private void Set(string sql) => _room.Execute(sql);
}
