using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Collecting.Pages;

/// <summary>Pages in the structure of real sites, from the shared material.</summary>
public sealed class RealListingsTests
{
    private static readonly PageRecipe Partnership = new() { Item = "main h3", DateHeading = "p.date" };

    private static readonly PageRecipe SourceAndDate =
        new() { Item = ".news-item", Title = "h3", Date = "h3 + p", Summary = "p:nth-of-type(2)" };

    private static readonly PageRecipe AmendmentsTable =
        new() { Item = "table.amend tr:has(td)", Title = "td", Summary = "td:nth-child(2)", DateHeading = "h2" };

    private static readonly PageRecipe Joomla = new() { Item = ".item", Date = "p", Summary = "p:last-of-type" };

    private static readonly PageRecipe Finder = new()
    {
        Item = ".gem-c-document-list__item",
        Title = ".gem-c-document-list__item-title",
        Date = "time",
        Summary = ".gem-c-document-list__item-description",
    };

    public static TheoryData<string, string, int> Pages => new()
    {
        { "dfe-find-statistics.html", "dfe-find-statistics", 12 },
        { "procedures-amendments-headings.html", "trix-amendments", 7 },
        { "charity-news-cards.html", "nspcc-learning", 6 },
        { "centre-publications-month-only.html", "csa-centre", 3 },
        { "partnership-news-24h-pm.html", "", 4 },
        { "partnership-news-source-date.html", "", 4 },
        { "procedures-amendments-table.html", "", 5 },
        { "joomla-newsfeed-start.html", "", 3 },
        { "govuk-finder-list.html", "", 3 },
    };

    [Theory, MemberData(nameof(Pages))]
    public void Every_entry_of_a_listing_is_read_with_a_date_and_an_id_of_its_own(string page, string recipe, int count)
    {
        Folders.NeedShared();

        var read = Listed.Read(Made(page), RecipeFor(page, recipe));

        Assert.Equal(count, read.Entries.Count);
        Assert.All(read.Entries, entry => Assert.NotNull(entry.Published));
        Assert.Equal(count, read.Entries.Select(entry => entry.PublisherId).Distinct().Count());
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public void A_listing_that_says_it_is_empty_is_read_as_empty_and_a_browser_check_is_a_fault()
    {
        Folders.NeedShared();

        Assert.Empty(Listed.Read(Made("empty-list.html"), Listed.Ready("nspcc-learning")).Entries);
        Assert.Equal(
            "it answers programs with a browser check ('Just a moment...') instead of the page",
            Listed.Fault(Made("soft-block.html"), Listed.Ready("nspcc-learning")));
    }

    private static string Made(string page) => File.ReadAllText(Path.Combine(Folders.Shared, "real", "html", "made", page));

    private static PageRecipe RecipeFor(string page, string name) => page switch
    {
        _ when name.Length > 0 => Listed.Ready(name),
        "partnership-news-24h-pm.html" => Partnership,
        "partnership-news-source-date.html" => SourceAndDate,
        "procedures-amendments-table.html" => AmendmentsTable,
        "joomla-newsfeed-start.html" => Joomla,
        _ => Finder,
    };
}
