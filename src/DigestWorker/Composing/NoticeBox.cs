using System.Net;
using DigestWorker.Composing.Rendering;

namespace DigestWorker.Composing;

/// <summary>
/// The notice apart from other text. It stands here and not in a template because it is one person's: where there is none,
/// the box is not there either.
/// </summary>
internal static class NoticeBox
{
    private const string Heading = "How you come to get this digest";

    private const string Rule = "------------------------------------------------------------------------";

    private const string Row = """
        <tr><td height="16" style="height:16px;line-height:16px;font-size:1px">&nbsp;</td></tr>

        <tr><td class="card pad ink line" bgcolor="#ffffff" style="background-color:#ffffff;color:#16202a;font:16px/25px Arial,Helvetica,sans-serif;border:2px solid #12395b;padding:20px 30px 10px;text-align:left">
        <p style="margin:0 0 10px;font-weight:bold">
        """;

    private const string Below = """

        </td></tr>

        <tr><td height="16" style="height:16px;line-height:16px;font-size:1px">&nbsp;</td></tr>


        """;

    public static string InText(string notice) => notice.Length == 0
        ? ""
        : $"{Rule}\n{Heading.ToUpperInvariant()}\n\n{string.Join('\n', Paragraphs(notice).Select(paragraph => TextLines.Wrap(paragraph, "", "")))}{Rule}\n\n";

    public static string InHtml(string notice) => notice.Length == 0
        ? ""
        : $"{Row}{Heading}</p>\n{string.Join('\n', Paragraphs(notice).Select(paragraph => $"<p style=\"margin:0 0 10px\">{WebUtility.HtmlEncode(paragraph)}</p>"))}{Below}";

    private static string[] Paragraphs(string notice) => notice.Split('\n');
}
