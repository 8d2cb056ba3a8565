using AngleSharp.Dom;

namespace DigestWorker.Collecting.Pages.MainParts;

/// <summary>Finds the element that holds the text of a page: the one marked as such, or the one with most paragraphs.</summary>
internal static class MainElement
{
    private const int FewestCharacters = 40;
    private const double MostOfIt = 0.6;

    public static IElement? Of(HtmlPage page)
    {
        var main = page.Document.QuerySelector("main, [role=main]");
        return Article(main ?? page.Document.Body) ?? main ?? Densest(page.Document.Body) ?? page.Document.Body;
    }

    /// <summary>Where one article is most of it, what stands beside the article is not meant.</summary>
    private static IElement? Article(IElement? around) =>
        around?.QuerySelectorAll("article") is [var only] && Length(only) >= Length(around) * MostOfIt ? only : null;

    private static int Length(IElement element) => PageText.Of([element], Furniture.Is).Length;

    private static IElement? Densest(IElement? body)
    {
        var beside = body is null ? [] : Furniture.Beside(body);
        var scores = new Dictionary<IElement, double>();
        foreach (var paragraph in beside.Where(element => element.LocalName is "p" or "pre" or "blockquote"))
        {
            var words = paragraph.TextContent.Length - paragraph.QuerySelectorAll("a").Sum(link => link.TextContent.Length);
            if (words >= FewestCharacters && paragraph.ParentElement is { } parent)
            {
                Add(scores, parent, words);
                Add(scores, parent.ParentElement, words / 2.0);
            }
        }

        return scores.Count > 0 ? scores.MaxBy(score => score.Value).Key : null;
    }

    private static void Add(Dictionary<IElement, double> scores, IElement? element, double words)
    {
        if (element is not null)
        {
            scores[element] = scores.GetValueOrDefault(element) + words;
        }
    }
}
