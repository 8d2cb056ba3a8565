using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DigestWorker.Tests.Composing;

/// <summary>What a reader sees of a mail's parts, on one line, so that they can be compared.</summary>
internal static class MailText
{
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static string OfHtml(string html)
    {
        var document = Parse(html);
        foreach (var row in document.QuerySelectorAll("td.key"))
        {
            row.TextContent += ":";
        }

        return OfText(document.Body!.TextContent.Replace('“', '"').Replace('”', '"').Replace('’', '\''));
    }

    public static string OfText(string text) => Regex.Replace(text, @"\s+", " ", RegexOptions.NonBacktracking);
}
