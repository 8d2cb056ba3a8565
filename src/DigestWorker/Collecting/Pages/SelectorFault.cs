using AngleSharp.Css.Parser;

namespace DigestWorker.Collecting.Pages;

/// <summary>Checks a CSS selector before a page is asked with it.</summary>
internal static class SelectorFault
{
    private const int LongestSelector = 500;

    /// <returns>What to write instead; null where the selector can be used.</returns>
    public static string? Of(string selector) =>
        selector.Length > LongestSelector ? $"write a CSS selector of at most {LongestSelector} characters"
        : new CssSelectorParser().ParseSelector(selector) is null ? "write a CSS selector, such as \"main li h3 a\""
        : null;
}
