using System.Text.RegularExpressions;

namespace DigestWorker.Composing.Website;

/// <summary>A rendered digest as a page in a browser: with a way past the masthead, and a style for paper.</summary>
internal static partial class ReadingPage
{
    private const string Style = """
        <style>
        .skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;padding:8px;background-color:#ffffff;color:#0b57a4!important}
        @media print{
        .skip,.own{display:none}.bg,.card,.mast,.help{background-color:#ffffff!important}.mast p,.ink,.mut,.key,a{color:#000000!important}
        h1,h2,h3{break-after:avoid}a[href^="http"]::after{content:" (" attr(href) ")";font-size:12px;overflow-wrap:anywhere}
        }
        </style>
        """;

    private const string SkipLink = "\n<a class=\"skip\" href=\"#digest\">Skip to the digest</a>";

    private const string OwnLine = "\n<p class=\"mut own\" style=\"max-width:600px;margin:0 auto;padding:12px 16px;font:15px/23px Arial,Helvetica,sans-serif;color:#4a5560\">"
        + "This page is yours alone: its links change or stop your digest. Please do not pass its address on. A printed copy leaves those links out.</p>";

    /// <summary>With a word to its reader, since its links are the reader's own.</summary>
    public static string OfReader(string html) =>
        Of(Body().Match(html) is { Success: true } body ? html.Insert(body.Index + body.Length, OwnLine) : html);

    public static string Of(string html) => WithSkipLink(AsMain(html.Replace("</head>", Style + "\n</head>", StringComparison.OrdinalIgnoreCase)));

    // A mail has no landmarks; a page has to.
    private static string AsMain(string html) =>
        Body().Match(html) is { Success: true } body && html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase) is var end && end > body.Index
            ? html.Insert(end, "</main>\n").Insert(body.Index + body.Length, "\n<main>")
            : html;

    // An admin's own template may have no heading to skip to.
    private static string WithSkipLink(string html) =>
        Body().Match(html) is { Success: true } body && Heading().Match(html) is { Success: true } heading
            ? html.Insert(heading.Index + heading.Length, " id=\"digest\" tabindex=\"-1\"").Insert(body.Index + body.Length, SkipLink)
            : html;

    [GeneratedRegex(@"<body\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Body();

    [GeneratedRegex(@"<h1\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}
