using AngleSharp.Html.Parser;

namespace DigestWorker.Collecting;

/// <summary>What an HTML element does to the text in it and after it.</summary>
internal enum HtmlRole
{
    Inline,
    Cell,
    Line,
    Paragraph,
    List,
    ListLine,
    Unread,
}

internal static class HtmlRoles
{
    public static HtmlRole Of(ReadOnlySpan<char> name) => name switch
    {
        "td" or "th" => HtmlRole.Cell,
        "br" or "caption" or "dd" or "dt" or "tr" => HtmlRole.Line,
        "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "address" or "article" or "aside" or "blockquote" or "center"
            or "details" or "dl" or "fieldset" or "figcaption" or "figure" or "footer" or "form" or "header" or "hr" or "main" or "nav"
            or "pre" or "section" or "summary" or "table" => HtmlRole.Paragraph,
        "menu" or "ol" or "ul" => HtmlRole.List,
        "li" => HtmlRole.ListLine,
        "audio" or "iframe" or "noembed" or "noframes" or "noscript" or "object" or "script" or "select" or "style" or "svg" or "template"
            or "textarea" or "title" or "video" => HtmlRole.Unread,
        _ => HtmlRole.Inline,
    };

    /// <summary>How the inside of an element that is not read has to be read over.</summary>
    public static HtmlParseMode ModeOf(string unread) => unread switch
    {
        "script" => HtmlParseMode.Script,
        "textarea" or "title" => HtmlParseMode.RCData,
        "iframe" or "noembed" or "noframes" or "noscript" or "style" => HtmlParseMode.Rawtext,
        _ => HtmlParseMode.PCData,
    };
}
