using AngleSharp.Dom;

namespace DigestWorker.Collecting.Pages;

/// <summary>The text of a part of a page, laid out like all text from HTML.</summary>
internal static class PageText
{
    private const int LikelyLength = 4096;

    public static string Of(INode part) => Of([part], _ => false);

    /// <param name="isCut">True for elements that are left out with all that is in them.</param>
    public static string Of(IEnumerable<INode> parts, Func<IElement, bool> isCut)
    {
        using var layout = new HtmlLayout(LikelyLength);
        foreach (var part in parts)
        {
            Append(part, layout, isCut);
        }

        return layout.ToString();
    }

    public static string Line(INode? part) => part is null ? "" : Of(part).ReplaceLineEndings(" ").Trim();

    private static void Append(INode node, HtmlLayout layout, Func<IElement, bool> isCut)
    {
        if (node is IText text)
        {
            layout.Append(text.Data);
        }
        else if (node is IElement element && !isCut(element) && HtmlRoles.Of(element.LocalName) is not HtmlRole.Unread and var role)
        {
            layout.Open(role);
            foreach (var child in element.ChildNodes)
            {
                Append(child, layout, isCut);
            }

            layout.Close(role);
        }
    }
}
