using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>Pages of GOV.UK and what is one release with them, through the whole program on a real file.</summary>
public sealed class GovUkPagesTests : IDisposable
{
    private const string Page = "https://www.gov.uk/government/publications/meeting-online-safety-standards";

    private static readonly DateTimeOffset Day = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    private static readonly FeedEntry Research = new("r", "Kinship and fostering: what moves families to come forward",
        "Research for councils into what people who think of fostering hope for, and why foster carers give up.", Day);

    private static readonly FeedEntry Statistics = new("s", "Fostering in England, April 2025 to March 2026",
        "How many people came forward for fostering, and how many foster carers gave up, by council.", Day.AddHours(2));

    private readonly Newsroom _newsroom = new(Day.AddDays(3));

    [Theory]
    [InlineData("government/publications/moving-families", "government/statistics/fostering-2026", 2)]
    [InlineData("guidance/moving-families", "guidance/fostering-2026", 2)]
    [InlineData("become-a-foster-carer", "guidance/fostering-2026", 2)]
    [InlineData("become-a-foster-carer", "become-a-foster-carer/help-and-support", 1)]
    [InlineData("government/statistics/fostering-2026", "government/statistics/fostering-2026/fostering-in-england", 1)]
    [InlineData("government/statistics/fostering-2026.cy", "government/statistics/fostering-2026", 1)]
    [InlineData("government/news/moving-families", "government/statistics/fostering-2026", 1)]
    public async Task Two_publications_of_GOV_UK_are_two_things_though_their_words_are_alike(string first, string second, int releases)
    {
        _newsroom.Publish("Department for Education", Research with { Url = $"https://www.gov.uk/{first}" });
        _newsroom.Publish("Ofsted", Statistics with { Title = Research.Title, Text = $"{Research.Text} {Statistics.Text}", Url = $"https://www.gov.uk/{second}" });

        await _newsroom.CollectAsync();

        Assert.Equal(releases, Releases().Count);
    }

    [Fact]
    public async Task A_report_of_an_update_joins_the_page_however_long_ago_that_came_out()
    {
        _newsroom.PublishAtom("GOV.UK", Page, Day.AddDays(-200));
        _newsroom.Clock.Now = Day.AddDays(-199);
        await _newsroom.CollectAsync();
        _newsroom.PublishAtom("GOV.UK", Page, Day);
        _newsroom.Clock.Now = Day.AddDays(2);
        await _newsroom.CollectAsync();
        _newsroom.Publish("Schools Week", new FeedEntry("a", "Meeting online safety standards: guidance for schools updated",
            "The guidance for schools on online safety, filtering and monitoring has been updated.", Day.AddDays(1)));

        await _newsroom.CollectAsync();

        Assert.Equal(2, Assert.Single(Releases()).Entries.Count);
    }

    [Fact]
    public void What_only_says_that_figures_will_come_does_not_lead_them()
    {
        var announced = An.Stored(An.Entry("Fostering in England: 2026") with { Announcement = new Announcement(AnnouncementState.Confirmed, null, null, null) }) with { Id = 1, PublisherType = BodyType.Official };
        var report = An.Stored(An.Entry("Fewer foster carers")) with { Id = 2 };

        Assert.Equal(report, Release.Of(1, [announced, report], new PublisherTypes([])).Lead);
    }

    public void Dispose() => _newsroom.Dispose();

    private IReadOnlyList<Release> Releases() => _newsroom.Services.GetRequiredService<Releases>().Since(null);
}
