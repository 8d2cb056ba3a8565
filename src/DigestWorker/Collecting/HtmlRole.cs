using System.Collections.Frozen;
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
    private static readonly FrozenDictionary<string, HtmlRole>.AlternateLookup<ReadOnlySpan<char>> Roles =
        new (HtmlRole Role, string Names)[]
        {
            (HtmlRole.Cell, "td th"),
            (HtmlRole.Line, "br caption dd dt tr"),
            (HtmlRole.Paragraph, "address article aside blockquote center details div dl fieldset figcaption figure footer form header hr main nav p pre section summary table"),
            (HtmlRole.Paragraph, "h1 h2 h3 h4 h5 h6"),
            (HtmlRole.List, "menu ol ul"),
            (HtmlRole.ListLine, "li"),
            (HtmlRole.Unread, "audio iframe noembed noframes noscript object script select style svg template textarea title video"),
        }
        .SelectMany(row => row.Names.Split(' '), (row, name) => KeyValuePair.Create(name, row.Role))
        .ToFrozenDictionary(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static HtmlRole Of(ReadOnlySpan<char> name) => Roles.TryGetValue(name, out var role) ? role : HtmlRole.Inline;

    /// <summary>How the inside of an element that is not read has to be read over.</summary>
    public static HtmlParseMode ModeOf(string unread) => unread switch
    {
        "script" => HtmlParseMode.Script,
        "textarea" or "title" => HtmlParseMode.RCData,
        "iframe" or "noembed" or "noframes" or "noscript" or "style" => HtmlParseMode.Rawtext,
        _ => HtmlParseMode.PCData,
    };
}
