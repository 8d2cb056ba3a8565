using DigestWorker.Collecting.Pages;

namespace DigestWorker.Collecting.Feeds;

/// <summary>What the admin is told about a page that came in place of what was wanted.</summary>
internal static class WebPage
{
    private static readonly Uri Nowhere = new("about:blank");

    public static string InWords(string html, string wanted = "a feed") =>
        $"it is a web page{(Title(html) is { Length: > 0 } title ? $" ('{title}')" : "")}, not {wanted}";

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
