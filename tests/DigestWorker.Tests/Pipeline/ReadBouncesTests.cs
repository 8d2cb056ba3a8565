using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class ReadBouncesTests : IDisposable
{
    private readonly BounceBox _box = new();

    [Fact]
    public async Task A_mailbox_that_is_gone_gets_nothing_any_more_and_no_import_brings_it_back()
    {
        await _box.SendAsync();

        var report = _box.Take("postfix-no-such-user");

        Assert.Equal((1, 1), (report.Counts[BounceKind.Hard], report.Ended));
        Assert.Equal(SubscriberState.Suppressed, Assert.Single(_box.Subscribers.All()).State);
        Assert.Equal("suppressed: hard bounce 5.1.1", _box.Text("select change from subscriber_change where actor = 'Program'"));
        var joiner = new Joiner(BounceBox.Address, null, ["designated-safeguarding-lead"], []);
        Assert.Equal([JoinOutcome.OptedOut], _box.Teams.Add("Board", [joiner], (Actor.Admin, BounceBox.Monday)));
        _box.Subscribers.Follow([joiner], BounceBox.Monday);
        Assert.Equal(0, await _box.SendAsync(1));
    }

    [Fact]
    public async Task What_was_queued_when_the_bounce_came_is_not_sent()
    {
        await _box.SendAsync();
        _box.Newsroom.Scalar("update delivery set state = 'Deferred', due_at = '2026-11-23T08:00:00Z'; select 0");
        _box.Take("postfix-no-such-user");
        _box.Newsroom.Clock.Now = BounceBox.Monday.AddHours(1);

        var (_, sent) = await _box.Newsroom.DigestAsync();

        Assert.Equal((0, 1), (sent!.Sent, sent.Suppressed));
    }

    [Fact]
    public async Task The_same_mail_twice_changes_nothing_more()
    {
        await _box.SendAsync();
        _box.Take("postfix-no-such-user");
        _box.Suppressions.Restore(BounceBox.Address, BounceBox.Monday);

        var again = _box.Take("postfix-no-such-user");

        Assert.Equal((1, 0), (again.Known, again.Ended));
        Assert.Equal((1, 2), (_box.Newsroom.Scalar("select count(*) from bounce"), _box.Newsroom.Scalar("select count(*) from subscriber_change where change not like 'subscribed%'")));
        Assert.Equal(SubscriberState.Active, _box.State);
    }

    [Fact]
    public async Task A_run_that_died_before_it_put_the_mail_aside_is_repeated_without_harm()
    {
        await _box.SendAsync();
        _box.Take("mailbox-full");
        var read = Assert.Single(_box.Read);
        File.Move(read, Path.Combine(_box.Folder, "new", "1795420200.M1P1.mail"));

        var again = _box.Take();

        Assert.Equal((1, 0), (again.Known, again.Counts.Count));
        Assert.Empty(_box.New);
        Assert.EndsWith("1795420200.M1P1.mail:2,S", Assert.Single(_box.Read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_editions_in_a_row_that_bounce_softly_are_enough()
    {
        foreach (var week in Enumerable.Range(0, 3))
        {
            Assert.Equal((1, SubscriberState.Active), (await _box.SendAsync(week), _box.State));
            _box.Take(week == 1 ? "postfix-delayed" : "mailbox-full");
        }

        Assert.Equal(SubscriberState.Suppressed, _box.State);
        Assert.Equal("suppressed: soft bounces of 3 editions in a row", _box.Text("select change from subscriber_change where actor = 'Program'"));
    }

    [Fact]
    public async Task A_good_edition_between_begins_the_count_anew_and_an_edition_counts_once()
    {
        foreach (var bounces in (bool[])[true, true, false, true, true])
        {
            await _box.SendAsync((int)_box.Newsroom.Scalar("select count(*) from edition"));
            foreach (var mail in bounces ? (string[])["postfix-delayed", "mailbox-full", "expired-after-five-days"] : [])
            {
                _box.Take(mail);
            }
        }

        Assert.Equal((5, SubscriberState.Active), (_box.Newsroom.Scalar("select count(*) from delivery"), _box.State));
        Assert.Equal(12, _box.Newsroom.Scalar("select count(*) from bounce where kind = 'Soft'"));
    }

    [Theory]
    [InlineData("blocked-by-policy", BounceKind.Refused)]
    [InlineData("out-of-office", BounceKind.AutoReply)]
    [InlineData("qmail-like", BounceKind.Other)]
    [InlineData("a-persons-question", BounceKind.Other)]
    [InlineData("not-spam-after-all", BounceKind.Other)]
    public async Task What_says_nothing_against_the_mailbox_suppresses_nobody(string mail, BounceKind kind)
    {
        foreach (var week in Enumerable.Range(0, 4))
        {
            await _box.SendAsync(week);
            Assert.Equal(1, _box.Take(mail).Counts[kind]);
        }

        Assert.Equal((SubscriberState.Active, 0), (_box.State, _box.Newsroom.Scalar("select count(*) from subscriber_change where change <> 'subscribed'")));
    }

    [Theory]
    [InlineData("complaint-by-original-sender"), InlineData("complaint-by-return-path")]
    public async Task A_complaint_suppresses_at_once(string mail)
    {
        await _box.SendAsync();

        Assert.Equal((1, 1), (_box.Take(mail).Counts[BounceKind.Complaint], _box.Newsroom.Scalar("select count(*) from bounce where delivery_id is not null")));
        Assert.Equal(SubscriberState.Suppressed, _box.State);
    }

    [Theory]
    [InlineData("postfix-no-such-user"), InlineData("complaint-by-original-sender"), InlineData("unsubscribe")]
    public async Task A_token_that_is_made_up_does_nothing(string mail)
    {
        await _box.SendAsync();

        var report = _box.Take(mail, ReturnedMail.Token);

        Assert.Equal((1, 0), (report.Counts[BounceKind.Other], report.Ended));
        Assert.Equal((SubscriberState.Active, 0), (_box.State, _box.Newsroom.Scalar("select count(*) from subscriber_change where change <> 'subscribed'")));
    }

    [Fact]
    public async Task A_mail_with_the_readers_own_token_stops_the_digest_as_the_page_does()
    {
        await _box.SendAsync();

        var report = _box.Take("unsubscribe", _box.SubscriberToken());

        Assert.Equal((1, 1), (report.Counts[BounceKind.Unsubscribe], report.Ended));
        Assert.Equal(SubscriberState.Unsubscribed, _box.State);
        Assert.Equal("stopped", _box.Text("select change from subscriber_change where actor = 'Subscriber'"));
        Assert.Equal(RestoreOutcome.OptedOut, _box.Suppressions.Restore(BounceBox.Address, BounceBox.Monday));
    }

    [Fact]
    public async Task Nothing_of_a_mail_but_what_it_means_is_kept()
    {
        await _box.SendAsync();
        _box.Take("postfix-no-such-user");
        _box.Take("out-of-office");

        Assert.Equal(0, _box.Newsroom.Scalar("""
            select count(*) from bounce b
            where length(b.message_hash) <> 32 or b.kind || coalesce(b.status, '') || b.received_at like '%@%'
            """));
        Assert.Equal(0, _box.Newsroom.Scalar("select count(*) from subscriber_change where change like '%@%'"));
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        _box.Newsroom.Restart();
        var stored = await File.ReadAllTextAsync(Path.Combine(_box.Newsroom.Folder, "test.db"));
        Assert.DoesNotContain("nobody of this name in our table", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("I am away until Monday", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_of_many_megabytes_is_read_as_far_as_its_report()
    {
        await _box.SendAsync();
        _box.Drop([.. ReturnedMail.Of("last-boundary-missing", _box.BounceToken()), .. "\r\n\r\n--cut\r\n\r\n"u8, .. new byte[5_000_000]]);

        Assert.Equal(1, _box.Take().Counts[BounceKind.Hard]);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_read_at_present_is_told_and_left_there_until_it_can()
    {
        await _box.SendAsync();
        using var mailbox = new LockedMailbox($"Subject: stop-{_box.SubscriberToken()}\r\n\r\n");

        var first = _box.Take(mailbox);
        Assert.Equal((1, false, SubscriberState.Active), (first.Unreadable, mailbox.IsRead, _box.State));
        Assert.Contains("cannot be read and is left there: Access denied.", first.Fault, StringComparison.Ordinal);

        mailbox.IsLocked = false;
        var second = _box.Take(mailbox);
        Assert.Equal((null, true, SubscriberState.Unsubscribed), (second.Fault, mailbox.IsRead, _box.State));
    }

    [Fact]
    public async Task A_mail_that_is_not_there_any_more_is_put_aside_and_counted_and_the_others_go_on()
    {
        await _box.SendAsync();
        File.CreateSymbolicLink(Path.Combine(_box.Folder, "new", "0.mail"), "gone");

        var report = _box.Take("postfix-no-such-user");

        Assert.Equal((1, 1, null), (report.Unreadable, report.Counts[BounceKind.Hard], report.Fault));
        Assert.Empty(_box.New);
    }

    [Fact]
    public void A_mailbox_that_is_missing_is_told_in_words()
    {
        Directory.Delete(Path.Combine(_box.Folder, "new"));

        var report = _box.Take();

        Assert.Contains("It has to be a maildir", report.Fault, StringComparison.Ordinal);
        Assert.Equal(0, report.Read);
    }

    public void Dispose() => _box.Dispose();
}
