using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Which paragraphs of an entry speak for it: its summary, or its text where the summary was cut short.</summary>
internal static partial class ExtractSource
{
    /// <summary>A quote needs the first few; a hostile text may have millions.</summary>
    private const int MostParagraphs = 50;

    private static readonly string[] CutShort = ["…", "...", "[…]", "[...]"];

    public static IReadOnlyList<string> Paragraphs(Entry entry)
    {
        string[] paragraphs = [.. ReadParagraphs(SpeaksForIt(entry.Summary) || entry.Content.Length == 0 ? entry.Summary : entry.Content)];
        string[] prose = [.. paragraphs.Where(IsProse)];
        return prose.Length > 0 ? prose : [.. paragraphs.Take(1)];
    }

    private static IEnumerable<string> ReadParagraphs(string text) =>
        text.Split("\n\n", MostParagraphs).Select(BeforeList).Select(SafeText.Line).Select(line => Teaser().Replace(line, "")).Select(WithoutCut).Where(paragraph => paragraph.Length > 0);

    // "… on a child. […]": what is there ends well.
    private static string WithoutCut(string paragraph) =>
        Array.Find(CutShort, cut => paragraph.EndsWith(cut, StringComparison.Ordinal)) is { } cut && paragraph[..^cut.Length].TrimEnd() is [.., '.' or '!' or '?'] whole ? whole : paragraph;

    private static string BeforeList(string paragraph) =>
        paragraph.StartsWith("- ", StringComparison.Ordinal) ? "" : paragraph.Split("\n- ", 2)[0];

    /// <summary>A heading has no full stop, and a feed's own footer says nothing about the entry.</summary>
    private static bool IsProse(string line) =>
        line.TrimEnd('"', '\'', '”', '’', ')', ']') is [.., '.' or '!' or '?' or '…'] && !line.Contains(" appeared first on ", StringComparison.Ordinal)
        && !line.Contains(" first appeared on ", StringComparison.Ordinal);

    // What a feed puts below the first lines to lead to the page.
    [GeneratedRegex(
        @"(?:^|(?<=[.!?…\])”""'’]))[ ]?(?:Continue[ ]reading|Read[ ]more|Read[ ]on|Read[ ]the[ ](?:full[ ])?(?:story|article|post|report))\b[^.!?…]{0,80}(?:\.\.\.|…|→|»|>)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex Teaser();

    private static bool SpeaksForIt(string summary) =>
        summary.Length > 0 && !Array.Exists(CutShort, ending => summary.AsSpan().TrimEnd().EndsWith(ending, StringComparison.Ordinal));
}
