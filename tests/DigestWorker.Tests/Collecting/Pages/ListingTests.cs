using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class ListingTests
{
    private static readonly PageRecipe Partnership = new() { Item = "main h3", DateHeading = "p.date" };

    private static readonly PageRecipe Cards = new() { Item = ".card", Date = ".date" };

    [Fact]
    public void The_list_of_statistics_is_read_whole()
    {
        var entries = Listed.Read(Listed.Fixture("statistics-list.html"), Listed.Ready("dfe-find-statistics")).Entries;

        Assert.Equal(["Children in need", "Pupil absence"], entries.Select(entry => entry.Title));
        var first = entries[0];
        Assert.Equal("Referrals & assessments by children’s social care in England.", first.Summary);
        Assert.Equal("accredited_official_statistics", first.DocumentType);
        Assert.Equal(Day(2025, 10, 30), first.Published);
        Assert.Equal(new("https://www.example.org/find-statistics/children-in-need/2025"), first.Url);
        Assert.Equal("example.org/find-statistics/children-in-need/2025", first.PublisherId);
        Assert.False(first.UrlIsShared);
    }

    [Fact]
    public void An_amendment_is_known_by_its_month_and_chapter()
    {
        var read = Listed.Read(Listed.Fixture("amendments.html"), Listed.Ready("trix-amendments"));

        Assert.Equal(
            ["2026-07 Information Sharing", "2026-07 Bruising in Babies", "2026-05 Information Sharing", "undated Older amendments"],
            read.Entries.Select(entry => entry.PublisherId));
        Assert.Equal(new PublishedDate(new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month), read.Entries[0].Published);
        Assert.Equal("This chapter was rewritten.\n\n- Section 1 gives an overview;\n- Section 2 is new.", read.Entries[0].Summary);
        Assert.True(read.Entries[0].UrlIsShared);
        Assert.Null(read.Entries[1].Url);
        Assert.All(read.Entries, entry => Assert.Equal("procedures", entry.DocumentType));
    }

    [Fact]
    public void News_that_link_to_the_same_guidance_are_told_apart_by_day_and_title()
    {
        var entries = Listed.Read(Listed.Fixture("partnership-news.html"), Partnership).Entries;

        Assert.Equal(
            ["2021-01-28 Online safety", "2021-01-04 Online safety", "2020-11-10 Child sexual abuse"],
            entries.Select(entry => entry.PublisherId));
        Assert.Equal(new PublishedDate(new(2021, 1, 28, 14, 39, 0, TimeSpan.Zero), DatePrecision.Instant), entries[0].Published);
        Assert.All(entries.Take(2), entry => Assert.True(entry.UrlIsShared));
        Assert.Equal("Advice for parents.\n\nRead more: the guidance", entries[0].Summary);
    }

    [Theory]
    [InlineData("December 2022", "2022-12-01 Month")]
    [InlineData("Published 2022", "2022-01-01 Year")]
    [InlineData("04 Jan 2024", "2024-01-04 Day")]
    [InlineData("Last updated: 31 May 2024 Topics: Podcast", "2024-05-31 Day")]
    [InlineData("Source: NSPCC Learning<br>Date: 07 August 2025", "2025-08-07 Day")]
    [InlineData("Source: A charity published on this site Tuesday 27th March 2018 by A. Writer", "2018-03-27 Day")]
    [InlineData("<time datetime='2026-05-14T09:30:00+01:00'>today</time>", "2026-05-14 Instant")]
    [InlineData("14/05/2026", "2026-05-14 Day")]
    [InlineData("2026-05-14", "2026-05-14 Day")]
    [InlineData("May 14th, 2026", "2026-05-14 Day")]
    [InlineData("In July 2026, this chapter was changed", "2026-07-01 Month")]
    public void A_date_is_kept_as_exactly_as_it_is_written(string written, string date)
    {
        var entry = Assert.Single(Listed.Read(Card("/news/a", "A title", written), Cards).Entries);

        Assert.Equal(date, $"{entry.Published!.At:yyyy-MM-dd} {entry.Published.Precision}");
    }

    [Theory]
    [InlineData("/news/2026/may/a-podcast", "2026-05-01 Month")]
    [InlineData("/about-us/news-opinion/2023/2023-08-14-a-rise/", "2023-08-14 Day")]
    public void Without_a_date_on_the_page_the_one_in_the_address_counts(string link, string date)
    {
        var entry = Assert.Single(Listed.Read(Card(link, "A title", "Topics: Podcast"), new PageRecipe { Item = ".card" }).Entries);

        Assert.Equal(date, $"{entry.Published!.At:yyyy-MM-dd} {entry.Published.Precision}");
    }

    [Fact]
    public void An_entry_that_is_shown_twice_is_read_once()
    {
        var html = Card("/news/a", "A title", "1 May 2026") + Card("/news/b", "B title", "2 May 2026") + Card("/news/a?utm_source=x", "A title", "1 May 2026");

        Assert.Equal(["A title", "B title"], Listed.Read(html, Cards).Entries.Select(entry => entry.Title));
    }

    [Fact]
    public void Entries_with_one_and_the_same_link_have_ids_of_their_own()
    {
        var html = Card("/downloads/401", "Factsheet", "1 May 2026") + Card("/downloads/401", "Guidance updated", "2 May 2026");

        var entries = Listed.Read(html, Cards).Entries;

        Assert.Equal(["2026-05-01 Factsheet", "2026-05-02 Guidance updated"], entries.Select(entry => entry.PublisherId));
        Assert.All(entries, entry => Assert.True(entry.UrlIsShared));
    }

    [Fact]
    public void Links_count_from_the_base_that_the_page_names()
    {
        var html = "<head><base href='https://www.example.org/board/'></head>" + Card("news/a", "A title", "1 May 2026");

        Assert.Equal(new("https://www.example.org/board/news/a"), Assert.Single(Listed.Read(html, Cards).Entries).Url);
    }

    [Fact]
    public void A_recipe_whose_dates_are_nowhere_is_told() =>
        Assert.Equal(
            ["None of the 1 entries has a date where the selector '.date' looks for one."],
            Listed.Read(Card("/news/a", "A title", "recently"), Cards).Remarks);

    private static PublishedDate Day(int year, int month, int day) => new(new(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day);

    private static string Card(string link, string title, string date) =>
        $"<div class=card><h2><a href='{link}'>{title}</a></h2><p class=date>{date}</p></div>";
}
