using DigestWorker.Collecting.Pages;

namespace DigestWorker.Collecting.Feeds;

/// <summary>What the admin is told about a page that came in place of a feed.</summary>
internal static class WebPage
{
    private static readonly Uri Nowhere = new("about:blank");

    public static string InWords(string html) => $"it is a web page{(Title(html) is { Length: > 0 } title ? $" ('{title}')" : "")}, not a feed";

    private static string? Title(string html)
    {
        try
        {
            using var page = HtmlPage.Of(html, Nowhere);
            return page.Title;
        }
        catch (UnreadablePageException)
        {
            return null;
        }
    }
}
