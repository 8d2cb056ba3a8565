using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DigestWorker.Composing.Papers;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Composing;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class MakeBoardPaperTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Now);

    [Theory]
    [InlineData("2026-05", "a")]
    [InlineData("2026-06", "b c")]
    [InlineData("2026-07", "d")]
    public async Task A_paper_holds_what_became_news_in_the_month_by_the_clock_of_london(string month, string ids)
    {
        _newsroom.Publish(
            "charity",
            Item("a", "Sexual harassment between pupils: child-on-child abuse in school corridors", new(2026, 5, 31, 22, 59, 59, TimeSpan.Zero)),
            Item("b", "Neglect of toddlers goes unseen by many a health visitor", new(2026, 5, 31, 23, 0, 0, TimeSpan.Zero)),
            Item("c", "Prevent duty: radicalisation of young men over chat servers", new(2026, 6, 30, 22, 59, 59, TimeSpan.Zero)),
            Item("d", "County lines gangs turn to child criminal exploitation by train", new(2026, 6, 30, 23, 0, 0, TimeSpan.Zero)));
        await _newsroom.CollectAsync();

        var told = Paper(month).Releases.Select(selected => selected.Release.Lead.Entry.PublisherId).Order();

        Assert.Equal(ids, string.Join(' ', told));
    }

    [Fact]
    public async Task A_figure_stands_in_a_table_with_its_limit_beside_the_one_before_it_and_a_word_of_care()
    {
        _newsroom.Publish(
            "NSPCC",
            new FeedEntry("y1", "Online grooming offences", "Police recorded 6,350 online grooming offences in 2024/25, the NSPCC says. It heard from 42 forces.", Now.AddDays(-380)),
            new FeedEntry("y2", "Online grooming offences rise", "Police recorded more than 7,000 online grooming offences in 2025/26, the NSPCC says. It heard from 39 forces.", Now.AddDays(-15)));
        await _newsroom.CollectAsync();

        var page = Page(Paper("2026-10"));
        var table = page.QuerySelector("table")!;

        Assert.Equal("Figures of release 1, as NSPCC prints them", table.QuerySelector("caption")!.TextContent);
        Assert.All(table.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
        Assert.Equal("more than 7,000", table.QuerySelector("tbody th[scope=row]")!.TextContent);
        var text = MailText.OfText(page.Body!.TextContent);
        Assert.Contains("Before: more than 7,000 for 2025/26; 6,350 for 2024/25. Compare with care: one covers 39 forces, the other 42 forces.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guidance_that_was_revised_in_the_month_says_what_changed()
    {
        const string Before = "Schools should check that filtering works each term.\n\nReferrals to the local authority should be made within 3 working days.";
        _newsroom.Publish("council", Guidance(Before));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Now.AddDays(40);
        _newsroom.Publish("council", Guidance(Before.Replace("authority should", "authority must", StringComparison.Ordinal)));
        await _newsroom.CollectAsync();

        var paper = Paper("2026-12");

        Assert.Contains("What changed: ", Page(paper).QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"should\" became \"must\"", MailText.OfHtml(paper.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_outlet_that_reports_a_release_a_month_later_makes_no_news()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a", Now.AddDays(-5)));
        await _newsroom.CollectAsync();
        _newsroom.Publish("gazette");
        await _newsroom.CollectAsync();
        _newsroom.Publish("gazette", FeedEntry.Grooming("a", Now) with { Url = "https://gazette.example.org/a" });
        await _newsroom.CollectAsync();

        var (october, november) = (Paper("2026-10"), Paper("2026-11"));

        Assert.Equal(2, Assert.Single(october.Releases).Release.Entries.Count);
        Assert.Contains("Reported as well by: gazette", MailText.OfHtml(october.Html), StringComparison.Ordinal);
        Assert.Empty(november.Releases);
    }

    [Fact]
    public async Task The_paper_takes_in_what_any_role_of_the_team_follows_and_nothing_else()
    {
        _newsroom.Publish(
            "council",
            Item("adults", "Adult safeguarding: care home neglect of older people", Now.AddDays(-9)),
            Item("roads", "Road works on the ring road", Now.AddDays(-9)));
        await _newsroom.CollectAsync();

        Assert.Empty(Paper("2026-10", "early-years-lead").Releases);
        var both = Paper("2026-10", "early-years-lead", "adult-safeguarding-lead");
        Assert.Equal("adults", Assert.Single(both.Releases).Release.Lead.Entry.PublisherId);
        Assert.Contains("Matters to adult safeguarding leads.", Page(both).QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_ahead_reaches_90_days_past_the_month()
    {
        _newsroom.Publish("council", new FeedEntry(
            "g",
            "Consultation on safeguarding procedures: response and next steps",
            "The consultation on the draft closes on 14 December 2026. The revised rules come into force on 28 February 2027. Reports must be published by 1 March 2027.",
            Now.AddDays(-3)));
        await _newsroom.CollectAsync();

        var page = Page(Paper("2026-11"));

        Assert.Equal(
            ["14 December 2026: Last day to respond, confirmed", "28 February 2027: In force, confirmed"],
            page.QuerySelectorAll("section:not(:has(article)) tbody tr").Select(row => $"{row.Children[0].TextContent}: {row.Children[1].FirstChild!.TextContent.Trim()}"));
        Assert.Equal("“The revised rules come into force on 28 February 2027.”", page.QuerySelectorAll("span.quote")[^1].TextContent);
    }

    [Fact]
    public async Task A_source_that_could_not_be_read_is_named()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a", Now.AddDays(-5)));
        await _newsroom.CollectAsync();
        _newsroom.Break("charity");
        await _newsroom.CollectAsync();

        Assert.DoesNotContain("Sources not read", Paper("2026-10").Html, StringComparison.Ordinal);
        Assert.Contains("Sources not read", Paper("2026-11").Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_one_accessible_page_that_fetches_and_runs_nothing()
    {
        await PublishTwoAsync();

        var page = Page(Paper("2026-10", "designated-safeguarding-lead", "police"));

        Assert.All(new IElement[] { page.DocumentElement, page.Body! }, element =>
            Assert.Equal(("en-GB", "ltr"), (element.GetAttribute("lang"), element.GetAttribute("dir"))));
        Assert.Equal("Board paper, October 2026: Board", page.Title);
        Assert.Equal(
            ["H1", "H2", "H3", "H2", "H3", "H2", "H2"],
            page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.TagName));
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, form, link, object, svg, base, [style], [onclick]"));
        Assert.Equal(2, page.QuerySelectorAll("article > p.here:last-child").Length);
        Assert.All(page.QuerySelectorAll("p.here"), line => Assert.Equal("What this means here:", line.TextContent));
        Assert.Contains("@page{size:A4", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_no_person()
    {
        await PublishTwoAsync();

        var html = Paper("2026-10").Html;

        Assert.DoesNotContain("Sample Member", html, StringComparison.Ordinal);
        Assert.DoesNotContain('@', Page(Paper("2026-10")).Body!.TextContent);
        Assert.DoesNotContain("member", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_data_gives_the_same_paper_whenever_it_is_made()
    {
        await PublishTwoAsync();
        var first = Paper("2026-10").Html;
        _newsroom.Restart();
        _newsroom.Clock.Now = Now.AddDays(100);

        Assert.Equal(first, Paper("2026-10").Html);
    }

    [Fact]
    public void A_month_without_a_release_is_a_paper_that_says_so()
    {
        _newsroom.Publish("charity");

        var text = MailText.OfHtml(Paper("2026-09").Html);

        Assert.Contains("September 2026 brought no release that matters to designated safeguarding leads.", text, StringComparison.Ordinal);
        Assert.Contains("No source tells of anything from 1 October 2026 to 29 December 2026.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_is_not_over_says_so()
    {
        const string Warning = "made before the end of November 2026";
        Assert.Contains(Warning, Paper("2026-11").Html, StringComparison.Ordinal);
        Assert.DoesNotContain("made before the end", Paper("2026-10").Html, StringComparison.Ordinal);
    }

    public void Dispose() => _newsroom.Dispose();

    private async Task PublishTwoAsync()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a", Now.AddDays(-5)));
        _newsroom.Publish("council", Guidance("Schools should check that filtering works each term.", Now.AddDays(-25)));
        await _newsroom.CollectAsync();
    }

    private BoardPaper Paper(string month, params string[] roles)
    {
        var team = new Team("Board", roles.Length == 0 ? ["designated-safeguarding-lead"] : roles, []);
        return _newsroom.Services.GetRequiredService<MakeBoardPaper>().Run(team, LondonMonth.Parse(month)!);
    }

    private static IHtmlDocument Page(BoardPaper paper) => MailText.Parse(paper.Html);

    private static FeedEntry Item(string id, string title, DateTimeOffset published) =>
        new(id, title, $"{title}.", published);

    private static FeedEntry Guidance(string text, DateTimeOffset? published = null) =>
        new("g", "Statutory guidance: filtering and monitoring standards for online safety", text, published ?? Now.AddDays(-1));
}
