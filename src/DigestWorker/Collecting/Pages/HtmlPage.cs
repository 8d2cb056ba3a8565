using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.Pages;

/// <summary>A web page as a tree, within bounds that no honest page reaches: building a deeper one takes time without end.</summary>
internal sealed class HtmlPage : IDisposable
{
    private const int LongestPage = 5_000_000;
    private const int LongestTitle = 80;

    private static readonly string[] MarkupTypes = ["html", "xml", "text/"];

    private HtmlPage(IHtmlDocument document, Uri address)
    {
        Document = document;
        Address = address;
        Base = EntryLink.Of(address, document.QuerySelector("base[href]")?.GetAttribute("href") ?? "") ?? address;
        Title = Bounded.Line(PlainText.Of(document.Title ?? ""), LongestTitle);
    }

    public IHtmlDocument Document { get; }

    public Uri Address { get; }

    /// <summary>What relative links of the page count from.</summary>
    public Uri Base { get; }

    /// <summary>As in the browser's tab, cut short; may be empty.</summary>
    public string Title { get; }

    /// <exception cref="UnreadablePageException">It is no page, or one that only an attacker would write.</exception>
    public static HtmlPage Of(string html, Uri address)
    {
        if (html.Length > LongestPage)
        {
            throw new UnreadablePageException($"the page is longer than {LongestPage / 1_000_000} million characters");
        }

        var bounds = new TreeBounds();
        var parser = new HtmlParser(new HtmlParserOptions { OnCreated = (element, _) => bounds.Check(element) });
        return new HtmlPage(parser.ParseDocument(html), address);
    }

    /// <exception cref="UnreadablePageException">It is no page, or one that only an attacker would write.</exception>
    public static HtmlPage Of(Answer answer, Remarks remarks)
    {
        if (IsOther(answer))
        {
            throw new UnreadablePageException($"it is no web page but {answer.ContentType?.Split(';')[0] ?? "a PDF"}");
        }

        var decoded = DecodedText.Of(answer.Bytes, answer.ContentType);
        var html = decoded.Whole;
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            throw new UnreadablePageException(string.IsNullOrWhiteSpace(html) ? "the page is empty" : "it is no web page");
        }

        if (decoded.Remark is { } remark)
        {
            remarks.Add(remark);
        }

        return Of(html, answer.Address);
    }

    public void Dispose() => Document.Dispose();

    /// <summary>Any bytes can be taken for HTML, so the text of a document or picture would be rubbish.</summary>
    private static bool IsOther(Answer answer) =>
        answer.Bytes.AsSpan().StartsWith("%PDF-"u8)
        || (answer.ContentType is { } type && !MarkupTypes.Any(markup => type.Contains(markup, StringComparison.OrdinalIgnoreCase)));
}
