using AngleSharp.Dom;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.Pages;

/// <summary>The feeds that a page names as another form of itself.</summary>
internal static class FeedLinks
{
    private const int MostLinks = 20;

    private static readonly string[] Types = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"];

    public static IReadOnlyList<Uri> In(Answer answer)
    {
        var text = DecodedText.Of(answer.Bytes, answer.ContentType).Whole;
        return Prolog.Of(text) is { IsHtml: true }
            ? [.. In(text, answer.Address).Where(feed => LinkedPage.MayBeFetched(answer.Address, feed))]
            : [];
    }

    /// <returns>In the order of the page; empty for a page that names none or cannot be read.</returns>
    public static IReadOnlyList<Uri> In(string html, Uri address)
    {
        try
        {
            using var page = HtmlPage.Of(html, address);
            return [.. page.Document.QuerySelectorAll("link[rel~=alternate i][href]")
                .Where(link => Types.Contains(link.GetAttribute("type")?.Trim(), StringComparer.OrdinalIgnoreCase))
                .Select(link => EntryLink.Of(page.Base, link.GetAttribute("href")!))
                .OfType<Uri>()
                .Where(feed => feed != address)
                .Distinct()
                .Take(MostLinks)];
        }
        catch (UnreadablePageException)
        {
            return [];
        }
    }
}
