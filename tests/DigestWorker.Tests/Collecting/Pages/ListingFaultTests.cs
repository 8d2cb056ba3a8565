using DigestWorker.Collecting;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class ListingFaultTests
{
    private static readonly PageRecipe Recipe = new() { Item = ".card" };

    [Fact]
    public void A_selector_that_matches_nothing_is_a_fault() =>
        Assert.Equal(
            "the selector '.card' matched nothing on the page 'News'; the page has changed, or the source needs other Selectors",
            Listed.Fault("<title>News</title><main><h1>News</h1><p>A report on schools is out today.</p></main>", Recipe));

    [Theory]
    [InlineData("There is no news to show.")]
    [InlineData("There are currently no publications.")]
    [InlineData("No results found")]
    [InlineData("0 results")]
    public void A_page_that_says_it_lists_nothing_is_an_empty_source(string notice) =>
        Assert.Empty(Listed.Read($"<title>News</title><main><h1>News</h1><p>{notice}</p></main>", Recipe).Entries);

    [Theory]
    [InlineData("Just a moment...", "Enable JavaScript and cookies to continue", "it answers programs with a browser check ('Just a moment...') instead of the page")]
    [InlineData("Access denied", "You do not have access.", "it answers programs with a browser check ('Access denied') instead of the page")]
    [InlineData("Page not found", "Try the search.", "it answers with an error page ('Page not found')")]
    [InlineData("404", "Sorry.", "it answers with an error page ('404')")]
    [InlineData("Cookies", "Before you continue to Example, choose.", "it asks for consent ('Cookies') before it shows the page")]
    public void A_page_in_place_of_the_listing_is_a_fault_in_words(string title, string text, string fault) =>
        Assert.Equal(fault, Listed.Fault($"<title>{title}</title><main><h1>{title}</h1><p>{text}</p></main>", Recipe));

    [Fact]
    public void A_browser_check_means_that_we_are_not_let_in() =>
        Assert.Equal(
            Trouble.Blocked,
            Assert.IsType<ReadResult.Failed>(Listed.Result("<title>Just a moment...</title><p>Checking your browser</p>", Recipe)).Trouble);

    [Fact]
    public void Items_without_a_title_are_a_fault() =>
        Assert.Equal(
            "the selector '.card' matched 2 elements of the page, but none has a title; write other selectors",
            Listed.Fault("<div class=card><img src=a></div><div class=card></div>", Recipe));

    [Theory]
    [InlineData("", "the page is empty")]
    [InlineData("{ \"a\": 1 }", "it is no web page")]
    public void What_is_no_page_is_a_fault(string body, string fault) => Assert.Equal(fault, Listed.Fault(body, Recipe));

    [Fact]
    public void A_selector_that_matches_thousands_is_capped_and_told()
    {
        var html = string.Concat(Enumerable.Range(0, 3000).Select(number => $"<p class=card>Number {number}</p>"));

        var read = Listed.Read(html, Recipe, maxEntries: 100);

        Assert.Equal(100, read.Entries.Count);
        Assert.Equal(["The selector '.card' matches more than 100 elements; only the first 100 were taken."], read.Remarks);
    }

    [Theory]
    [InlineData("<div>", 100_000, "the elements of the page are nested more than 128 deep, which no page needs")]
    [InlineData("<b><p>", 100_000, "the page has more than 50000 elements, which no page needs")]
    [InlineData("<p>x", 100_000, "the page has more than 50000 elements, which no page needs")]
    [InlineData("a lot of text <i>and</i> ", 300_000, "the page is longer than 5 million characters")]
    public async Task A_page_made_to_take_for_ever_is_left_at_once(string part, int times, string fault)
    {
        var html = string.Concat(Enumerable.Repeat(part, times));

        var result = await Task.Run(() => Listed.Result(html, Recipe)).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(new ReadResult.Failed(fault), result);
    }

    [Fact]
    public void A_link_that_is_no_web_address_is_left_out_and_told()
    {
        var read = Listed.Read("<div class=card><h2>A title</h2><a class=x href='javascript:alert(1)'>go</a></div>", Recipe with { Link = "a" });

        Assert.Null(Assert.Single(read.Entries).Url);
        Assert.Equal(["The link 'javascript:alert(1)' of 'A title' is no web address and was left out."], read.Remarks);
    }
}
