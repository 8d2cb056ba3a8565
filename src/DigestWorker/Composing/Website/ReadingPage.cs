using System.Text.RegularExpressions;

namespace DigestWorker.Composing.Website;

/// <summary>A rendered digest as a page in a browser: with a way past the masthead, and a style for paper.</summary>
internal static partial class ReadingPage
{
    private const string Style = """
        <style>
        .skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;padding:8px;background-color:#ffffff;color:#0b57a4!important}
        @media print{
        .skip{display:none}.bg,.card,.mast,.help{background-color:#ffffff!important}.mast p,.ink,.mut,.key,a{color:#000000!important}
        h1,h2,h3{break-after:avoid}a[href^="http"]::after{content:" (" attr(href) ")";font-size:12px;overflow-wrap:anywhere}
        }
        </style>
        """;

    private const string SkipLink = "\n<a class=\"skip\" href=\"#digest\">Skip to the digest</a>";

    public static string Of(string html) => WithSkipLink(html.Replace("</head>", Style + "\n</head>", StringComparison.OrdinalIgnoreCase));

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
