using System.Collections.Frozen;
using AngleSharp.Dom;

namespace DigestWorker.Collecting.Pages.MainParts;

/// <summary>What stands around the text of a page: menus, cookie banners, share buttons and the like.</summary>
internal static class Furniture
{
    private static readonly char[] WordEnds = [' ', '-', '_', '\t', '\n'];

    private static readonly FrozenSet<string> Names =
        FrozenSet.ToFrozenSet(["aside", "button", "dialog", "footer", "form", "input", "nav", "select"]);

    private static readonly FrozenSet<string> Roles =
        FrozenSet.ToFrozenSet(["alertdialog", "banner", "complementary", "contentinfo", "dialog", "navigation", "search", "toolbar"]);

    /// <summary>Words in the class or id of an element.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "advert", "breadcrumb", "breadcrumbs", "comments", "consent", "cookie", "cookies", "cookiebanner", "feedback", "menu", "modal", "newsletter",
        "pager", "pagination", "popup", "print", "related", "share", "sharing", "sidebar", "skip", "skiplink", "social", "subscribe",
    ], StringComparer.OrdinalIgnoreCase);

    public static bool Is(IElement element) =>
        Names.Contains(element.LocalName)
        || (element.LocalName is "header" && element.Closest("main, article") is null)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") is "true"
        || Roles.Contains(element.GetAttribute("role") ?? "")
        || (IsNamedAsFurniture(element) && !HoldsThePage(element));

    /// <summary>All elements within one that are no furniture, nor inside of any.</summary>
    public static IEnumerable<IElement> Beside(IElement within) =>
        within.Children.Where(child => !Is(child)).SelectMany(child => Beside(child).Prepend(child));

    private static bool IsNamedAsFurniture(IElement element) =>
        $"{element.ClassName} {element.Id}".Split(WordEnds).Any(Words.Contains);

    /// <summary>Whole pages are named "no-sidebar" or "has-cookie-banner".</summary>
    private static bool HoldsThePage(IElement element) =>
        element.LocalName is "body" or "main" or "article" || element.QuerySelector("h1, main, article") is not null;
}
