using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>What subscribers asked for beside roles and areas, through the whole program.</summary>
public sealed class WishesTests : IDisposable
{
    private const string Reader = "lead@example.org";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6));

    [Fact]
    public async Task A_followed_word_brings_what_no_topic_would_and_says_so()
    {
        await PublishAsync(
            new FeedEntry("a", "Allotment waiting lists in 2025/26", "Councils counted 1,204 people who wait for an allotment."),
            new FeedEntry("b", "Parking in 2025/26", "Allotments were not counted."));

        var release = Assert.Single(await DigestAsync(new WishChange(["allotment"], [], [], TextOnly: null)));

        Assert.Equal(("Allotment waiting lists in 2025/26", "You follow: allotment"), (release.Title, release.Because));
    }

    [Fact]
    public async Task A_muted_word_keeps_a_release_out_as_a_whole_word_of_the_title_only()
    {
        await PublishAsync(
            FeedEntry.Grooming("a") with { Title = "WEBINAR on online grooming offences" },
            FeedEntry.Grooming("b") with { Title = "Webinars on online grooming were asked for by schools" });

        var release = Assert.Single(await DigestAsync(new WishChange([], ["webinar"], [], TextOnly: null)));

        Assert.StartsWith("Webinars", release.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_plain_text_gets_a_mail_of_one_part_that_says_the_same()
    {
        await PublishAsync(FeedEntry.Grooming("a"));
        await DigestAsync(new WishChange([], [], [], TextOnly: true));

        var mail = await File.ReadAllTextAsync(Assert.Single(_newsroom.Mails), TestContext.Current.CancellationToken);

        Assert.Contains("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSAFEGUARDING DIGEST", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("text/html", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("\uE000", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_is_kept_as_a_change_without_an_address_and_can_be_forgotten()
    {
        await PublishAsync(FeedEntry.Grooming("a") with { Title = "Webinar on online grooming offences" });
        var wishes = Subscribe();
        wishes.Change(Reader, new WishChange([], ["webinar"], [], TextOnly: null), Monday);

        Assert.Single(await DigestAsync(new WishChange([], [], ["WEBINAR"], TextOnly: null)));
        Assert.Equal(2, _newsroom.Scalar("select count(*) from subscriber_change where actor = 'Admin' and change not like '%@%' and change <> 'subscribed'"));
        Assert.False(wishes.Change("nobody@example.org", new WishChange(["x"], [], [], null), Monday));
    }

    [Fact]
    public async Task Subscribers_of_one_role_who_follow_or_mute_different_topics_get_different_digests()
    {
        await PublishAsync(FeedEntry.Grooming("a"), Attendance);
        foreach (var reader in new[] { Reader, "follows@example.org", "mutes@example.org" })
        {
            _newsroom.Subscribe(reader, "designated-safeguarding-lead");
        }

        Wish("follows@example.org", "attendance", "Follow");
        Wish("mutes@example.org", "attendance", "Mute");

        var titles = (await DigestAsync()).ToDictionary(digest => digest.Subscriber.Email, digest => digest.Selection.Full.Select(one => one.Release.Lead.Entry.Title).ToList());

        Assert.Equal(Attendance.Title, titles["follows@example.org"][0]);
        Assert.DoesNotContain(Attendance.Title, titles["mutes@example.org"]);
        Assert.Equal(3, _newsroom.Scalar("select count(*) from profile"));
    }

    [Fact]
    public async Task Whoever_asked_for_it_is_told_of_each_week_without_anything_new()
    {
        await PublishAsync();
        Subscribe();
        _newsroom.Subscribe("quiet@example.org");
        _newsroom.Scalar("update subscriber set says_nothing_new = 1 where address = 'lead@example.org'; select 0");

        foreach (var week in new[] { 0, 1 })
        {
            _newsroom.Clock.Now = Monday.AddDays(7 * week);
            var note = Assert.Single((await _newsroom.DigestAsync()).Published.Digests);

            Assert.Equal(Reader, note.Subscriber.Email);
            Assert.Contains(
                $"Nothing new on your topics in the week to {22 + (7 * week)} November 2026. 1 source was checked in this time.",
                note.Profile.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_wishes_are_read_as_they_are_kept()
    {
        Subscribe();
        Wish(Reader, "attendance", "Mute");
        Wish(Reader, "online-safety", "Follow");
        _newsroom.Scalar("update subscriber set weekday = 7, paused_until = '2026-12-24', alerts = 1, says_nothing_new = 1; select 0");

        var wishes = Assert.Single(_newsroom.Services.GetRequiredService<Subscribers>().All()).Wishes;

        Assert.Equal(("attendance", "online-safety"), (Assert.Single(wishes.MutedTopics), Assert.Single(wishes.FollowedTopics)));
        Assert.Equal((DayOfWeek.Sunday, new DateOnly(2026, 12, 24)), (wishes.Weekday, wishes.PausedUntil));
        Assert.True(wishes.Alerts && wishes.SaysNothingNew && !wishes.TextOnly);
    }

    public void Dispose() => _newsroom.Dispose();

    private static FeedEntry Attendance => new("b", "School attendance in 2025/26", "Persistent absence rose, the statistics on school attendance show.");

    private void Wish(string address, string topic, string wish) => _newsroom.Scalar(
        $"insert into subscriber_topic (subscriber_id, topic, wish) select id, '{topic}', '{wish}' from subscriber where address = '{address}'; select 0");

    private async Task<IReadOnlyList<PublishedDigest>> DigestAsync()
    {
        _newsroom.Clock.Now = Monday;
        return (await _newsroom.DigestAsync()).Published.Digests;
    }

    private async Task PublishAsync(params FeedEntry[] items)
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", items);
        await _newsroom.CollectAsync();
    }

    private SubscriberWishes Subscribe()
    {
        _newsroom.Subscribe(Reader);
        return _newsroom.Services.GetRequiredService<SubscriberWishes>();
    }

    private async Task<IReadOnlyList<(string Title, string Because)>> DigestAsync(WishChange change)
    {
        Assert.True(Subscribe().Change(Reader, change, Monday));
        return [.. (await DigestAsync()).SelectMany(digest => digest.Selection.Full).Select(selected => (selected.Release.Lead.Entry.Title, selected.Because[0]))];
    }
}
