using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class PublishEditionTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6));

    [Fact]
    public async Task The_same_week_again_sends_nothing_again()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;

        var first = await _newsroom.DigestAsync();
        var second = await _newsroom.DigestAsync();

        Assert.Equal((1, 1), (first.Published.Digests.Count, first.Sent!.Sent));
        Assert.Equal((0, 0), (second.Published.Digests.Count, second.Sent!.Sent));
        Assert.Single(_newsroom.Mails);
    }

    [Fact]
    public async Task A_release_that_was_sent_never_comes_again_and_a_new_one_comes_once()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;
        await _newsroom.DigestAsync();
        _newsroom.Clock.Now = Monday.AddDays(2);
        _newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday.AddDays(7);

        await _newsroom.DigestAsync();

        Assert.Equal(2, _newsroom.Scalar("select count(*) from digest_release"));
        Assert.Equal(2, _newsroom.Mails.Length);
    }

    [Fact]
    public async Task What_a_source_holds_at_first_sight_is_news_only_when_dated_inside_the_window()
    {
        _newsroom.Publish("charity",
            FeedEntry.Grooming("old", Monday.AddDays(-200)), FeedEntry.Grooming("undated"), FeedEntry.Grooming("recent", Monday.AddDays(-10)));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;

        var (published, _) = await _newsroom.DigestAsync();

        var only = Assert.Single(Assert.Single(published.Digests).Selection.Full);
        Assert.EndsWith("report recent", only.Release.Lead.Entry.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_join_without_gap_or_overlap()
    {
        _newsroom.Subscribe("lead@example.org");
        for (var week = 0; week < 3; week++)
        {
            _newsroom.Clock.Now = Monday.AddDays(7 * week);
            _newsroom.Publish("charity", [.. Enumerable.Range(0, week + 1).Select(id => FeedEntry.Grooming($"w{id}", Monday.AddDays((7 * id) - 1)))]);
            await _newsroom.CollectAsync();
            _newsroom.Clock.Now = _newsroom.Clock.Now.AddHours(week);
            await _newsroom.DigestAsync();
        }

        Assert.Equal(3, _newsroom.Scalar("select count(*) from digest"));
        Assert.Equal(2, _newsroom.Scalar("select count(*) from digest a join digest b on a.window_to = b.window_from"));
    }

    [Fact]
    public async Task An_empty_week_sends_nothing_and_hides_nothing_from_a_later_run_of_the_same_week()
    {
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday;
        var empty = await _newsroom.DigestAsync();

        _newsroom.Clock.Now = Monday.AddHours(1);
        _newsroom.Publish("charity", FeedEntry.Grooming("late"));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday.AddHours(2);
        var later = await _newsroom.DigestAsync();

        Assert.Equal((0, 1), (empty.Published.Digests.Count, empty.Published.NothingNew));
        Assert.Single(later.Published.Digests);
    }

    [Fact]
    public async Task The_digest_after_an_empty_week_says_that_there_was_nothing_and_after_a_missed_one_that_it_covers_it()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("lead@example.org");
        await DigestAsync(Monday);
        await DigestAsync(Monday.AddDays(7));
        _newsroom.Clock.Now = Monday.AddDays(16);
        _newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        await _newsroom.CollectAsync();

        var digest = Assert.Single(await DigestAsync(Monday.AddDays(21)));

        Assert.Contains("Nothing new on your topics in the week to 29 November 2026.", Unwrapped(digest.Text), StringComparison.Ordinal);
        Assert.Contains("No digest went out for the week to 6 December 2026; this one covers that time too.", Unwrapped(digest.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_an_edition_did_not_reach_that_others_have_reads_that_none_went_out_and_not_that_there_was_nothing()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("reached@example.org");
        _newsroom.Subscribe("missed@example.org");
        await DigestAsync(Monday);
        _newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday.AddDays(7);
        _newsroom.Services.GetRequiredService<DigestWorker.Pipeline.PublishEdition>()
            .Run(EditionWeek.LastComplete(Monday.AddDays(7)), subscriber => subscriber.Email == "reached@example.org", TestContext.Current.CancellationToken);

        _newsroom.Clock.Now = Monday.AddDays(14);
        var missed = (await _newsroom.DigestAsync()).Published.Digests.Single(digest => digest.Subscriber.Email == "missed@example.org");

        Assert.DoesNotContain("Nothing new", Unwrapped(missed.Profile.Text), StringComparison.Ordinal);
        Assert.Contains("No digest went out for the week to 29 November 2026; this one covers that time too.", Unwrapped(missed.Profile.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_empty_weeks_bring_one_short_note_and_the_next_four_another()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("lead@example.org");
        var digests = new List<Profile>();
        foreach (var week in Enumerable.Range(0, 9))
        {
            digests.AddRange(await DigestAsync(Monday.AddDays(7 * week)));
        }

        Assert.Equal(3, digests.Count);
        Assert.Equal("Safeguarding digest 21 Dec: nothing new on your topics", digests[1].Subject);
        Assert.Contains(
            "Nothing new on your topics in the 4 weeks to 20 December 2026. 1 source was checked in this time.",
            Unwrapped(digests[1].Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_between_composing_and_sending_gets_nothing()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;
        _newsroom.Services.GetRequiredService<DigestWorker.Pipeline.PublishEdition>()
            .Run(EditionWeek.LastComplete(Monday), _ => true, TestContext.Current.CancellationToken);
        _newsroom.Services.GetRequiredService<Subscribers>().Remove("lead@example.org", Monday);

        var (_, sent) = await _newsroom.DigestAsync();

        Assert.Equal((0, 1), (sent!.Sent, sent.Suppressed));
        Assert.Empty(_newsroom.Mails);
    }

    [Fact]
    public async Task While_another_process_sends_this_one_does_not()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;
        using (_newsroom.Services.GetRequiredService<Database>().TrySend())
        {
            Assert.Null((await _newsroom.DigestAsync()).Sent);
        }

        Assert.Equal(1, (await _newsroom.DigestAsync()).Sent!.Sent);
        Assert.Single(_newsroom.Mails);
    }

    [Fact]
    public async Task A_claim_of_a_sender_that_died_is_taken_over_under_the_same_message_id()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;
        await _newsroom.DigestAsync();
        _newsroom.Scalar("update delivery set state = 'Sending'; select 0");
        var mail = File.ReadAllBytes(Assert.Single(_newsroom.Mails));

        var (_, sent) = await _newsroom.DigestAsync();

        Assert.Equal(1, sent!.Sent);
        Assert.Equal(mail, File.ReadAllBytes(Assert.Single(_newsroom.Mails)));
    }

    [Fact]
    public async Task Different_roles_get_different_digests_and_equal_ones_share_a_profile()
    {
        await CollectOneAsync("a");
        _newsroom.Subscribe("one@example.org");
        _newsroom.Subscribe("two@example.org");
        _newsroom.Subscribe("police@example.org", "police");
        _newsroom.Clock.Now = Monday;

        await _newsroom.DigestAsync();

        Assert.Equal(3, _newsroom.Mails.Length);
        Assert.Equal(2, _newsroom.Scalar("select count(*) from profile"));
    }

    private async Task CollectOneAsync(string id)
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", FeedEntry.Grooming(id));
        await _newsroom.CollectAsync();
    }

    public void Dispose() => _newsroom.Dispose();

    private static string Unwrapped(string text) => text.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);

    private async Task<IReadOnlyList<Profile>> DigestAsync(DateTimeOffset monday)
    {
        _newsroom.Clock.Now = monday;
        return [.. (await _newsroom.DigestAsync()).Published.Digests.Select(digest => digest.Profile)];
    }
}
