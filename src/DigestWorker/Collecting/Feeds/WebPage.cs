using AngleSharp.Html.Parser;

namespace DigestWorker.Collecting.Feeds;

/// <summary>What the admin is told about a page that came in place of what was wanted: its title, and the feed that it names.</summary>
internal static class WebPage
{
    private const int PartLookedAt = 65_536;
    private const int LongestTitle = 80;
    private const int LongestAddress = 300;
    private const string FeedLinks = "link[rel~=alternate][type='application/rss+xml'], link[rel~=alternate][type='application/atom+xml']";

    public static string InWords(string html, string wanted = "a feed")
    {
        using var page = new HtmlParser().ParseDocument(html[..Math.Min(html.Length, PartLookedAt)]);
        var title = Bounded.Line(PlainText.Of(page.Title ?? ""), LongestTitle);
        var feed = Bounded.Line(PlainText.Of(page.QuerySelector(FeedLinks)?.GetAttribute("href") ?? ""), LongestAddress);
        return $"it is a web page{(title.Length > 0 ? $" ('{title}')" : "")}, not {wanted}{(feed.Length > 0 ? $"; it names this feed: {feed}" : "")}";
    }
}
