using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>Followed and muted words and mails of plain text, through the whole program.</summary>
public sealed class WishesTests : IDisposable
{
    private const string Reader = "lead@example.org";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6));

    [Fact]
    public async Task A_followed_word_brings_what_no_topic_would_and_says_so()
    {
        await PublishAsync(
            new NewsItem("a", "Allotment waiting lists in 2025/26", "Councils counted 1,204 people who wait for an allotment."),
            new NewsItem("b", "Parking in 2025/26", "Allotments were not counted."));

        var release = Assert.Single(await DigestAsync(new WishChange(["allotment"], [], [], TextOnly: null)));

        Assert.Equal(("Allotment waiting lists in 2025/26", "You follow: allotment"), (release.Title, release.Because));
    }

    [Fact]
    public async Task A_muted_word_keeps_a_release_out_as_a_whole_word_of_the_title_only()
    {
        await PublishAsync(
            NewsItem.Grooming("a") with { Title = "WEBINAR on online grooming offences" },
            NewsItem.Grooming("b") with { Title = "Webinars on online grooming were asked for by schools" });

        var release = Assert.Single(await DigestAsync(new WishChange([], ["webinar"], [], TextOnly: null)));

        Assert.StartsWith("Webinars", release.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_plain_text_gets_a_mail_of_one_part_that_says_the_same()
    {
        await PublishAsync(NewsItem.Grooming("a"));
        await DigestAsync(new WishChange([], [], [], TextOnly: true));

        var mail = await File.ReadAllTextAsync(Assert.Single(_newsroom.Mails), TestContext.Current.CancellationToken);

        Assert.Contains("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSAFEGUARDING DIGEST", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("text/html", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("\uE000", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_is_kept_as_a_change_without_an_address_and_can_be_forgotten()
    {
        await PublishAsync(NewsItem.Grooming("a") with { Title = "Webinar on online grooming offences" });
        var wishes = Subscribe();
        wishes.Change(Reader, new WishChange([], ["webinar"], [], TextOnly: null), Monday);

        Assert.Single(await DigestAsync(new WishChange([], [], ["WEBINAR"], TextOnly: null)));
        Assert.Equal(2, _newsroom.Scalar("select count(*) from subscriber_change where actor = 'Admin' and change not like '%@%' and change <> 'subscribed'"));
        Assert.False(wishes.Change("nobody@example.org", new WishChange(["x"], [], [], null), Monday));
    }

    public void Dispose() => _newsroom.Dispose();

    private async Task PublishAsync(params NewsItem[] items)
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
        _newsroom.Clock.Now = Monday;
        var digests = (await _newsroom.DigestAsync()).Published.Digests;
        return [.. digests.SelectMany(digest => digest.Selection.Full).Select(selected => (selected.Release.Lead.Entry.Title, selected.Because[0]))];
    }
}
