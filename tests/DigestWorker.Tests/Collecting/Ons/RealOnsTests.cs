using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Ons;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Ons;

/// <summary>Bodies of ONS's search and the data behind its pages.</summary>
public sealed class RealOnsTests
{
    private static readonly Uri Home = new("https://www.ons.gov.uk/");
    private static readonly DateTimeOffset Now = new StoppedClock().GetUtcNow();

    [Fact]
    public void Every_list_of_releases_is_read_and_every_other_search_refused()
    {
        foreach (var (name, answer) in Real.Answers("ons", "search-api"))
        {
            if (name.Contains("release", StringComparison.Ordinal))
            {
                var list = OnsBody.Parse(answer, Home, Now);
                Assert.Equal(list.Listed, list.Entries.Count);
                Assert.All(list.Entries, entry => Assert.NotNull(entry.Announcement));
                Assert.All(list.Entries, entry => Assert.DoesNotContain('<', entry.Title + entry.Summary));
            }
            else
            {
                Assert.Throws<UnreadableFeedException>(() => OnsBody.Parse(answer, Home, Now));
            }
        }
    }

    [Fact]
    public void A_postponed_release_says_when_it_was_meant_to_come_and_why_it_moved()
    {
        var list = OnsBody.Parse(Body("search_release_expected_highlighted"), Home, Now);

        Assert.Equal(
            new Announcement(
                AnnouncementState.Postponed,
                new PublishedDate(new(2018, 6, 25, 8, 30, 0, TimeSpan.Zero), DatePrecision.Instant),
                new PublishedDate(new(2018, 6, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day),
                "changed it"),
            list.Entries[0].Announcement);
    }

    [Theory]
    [InlineData("pages", 12, 2)]
    [InlineData("pages-2014", 26, 7)]
    public void The_bulletins_have_headlines_and_no_other_page_makes_any_up(string folder, int pages, int withHeadlines)
    {
        var read = Real.Answers("ons", folder).Select(page => (page.Name, Page: OnsPage.Parse(page.Answer))).ToList();

        Assert.Equal(pages, read.Count);
        Assert.Equal(withHeadlines, read.Count(page => page.Page.Headlines.Length > 0));
        Assert.All(read.Where(page => page.Page.Headlines.Length > 0), page => Assert.Contains("bulletins", page.Name, StringComparison.Ordinal));
    }

    private static Answer Body(string name) =>
        Real.Answers("ons", "search-api").First(body => body.Name.EndsWith(name, StringComparison.Ordinal)).Answer;
}
