using AngleSharp.Dom;

namespace DigestWorker.Collecting.Pages.MainParts;

/// <summary>The text that a page is about, without what every page of the site has.</summary>
/// <param name="Text">Paragraphs separated by a blank line, without the page's heading; empty where the page holds none.</param>
/// <param name="Heading">The first heading of the page, or its title.</param>
/// <param name="UpdateLine">What the page says about its last update, such as "Last updated: 3 May 2026".</param>
internal sealed record MainText(string Text, string Heading, string? UpdateLine)
{
    private const int LongestHeading = 300, HeadingsLookedAt = 20;

    /// <exception cref="UnreadablePageException">It is one that only an attacker would write.</exception>
    public static MainText Of(string html, Uri address)
    {
        using var page = HtmlPage.Of(html, address);
        return Of(page);
    }

    public static MainText Of(HtmlPage page)
    {
        var heading = HeadingOf(page.Document);
        var text = MainElement.Of(page) is { } main
            ? PageText.Of([main], element => element == heading || Furniture.Is(element))
            : "";
        var title = Bounded.Line(PageText.Line(heading), LongestHeading);
        return new(FurnitureLines.Cut(text), title.Length > 0 ? title : page.Title, FurnitureLines.Updated(text));
    }

    /// <summary>A page may have several; the right one stands in its title too.</summary>
    private static IElement? HeadingOf(IDocument document)
    {
        var title = document.Title ?? "";
        var first = document.QuerySelectorAll("h1").Take(HeadingsLookedAt).Where(heading => PageText.Line(heading).Length > 0).ToList();
        return first.Concat(document.QuerySelectorAll("h2").Take(HeadingsLookedAt)).FirstOrDefault(heading => Stands(heading, title))
            ?? first.Find(heading => heading.Closest("main, article") is not null)
            ?? first.FirstOrDefault();
    }

    private static bool Stands(IElement heading, string title) =>
        PageText.Line(heading) is { Length: > 0 } line && title.Contains(line, StringComparison.OrdinalIgnoreCase);
}
