using System.Buffers;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>The sentences of an entry that may hold a date, each short enough to be quoted and searched.</summary>
internal static partial class EventSentences
{
    private const int Longest = 500;
    private const int Most = 400;

    // Every date has a month's name or a year; most text has neither, and is passed over quickly.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "20"], StringComparison.Ordinal);

    public static IEnumerable<string> Of(Reading reading) =>
        reading.Passages.Where(passage => passage.Place != Place.Publisher && MayHoldDate(passage.Text))
            .SelectMany(passage => End().Split(passage.Text))
            .Select(sentence => Marker().Replace(sentence, "").Trim())
            .Where(sentence => sentence.Length <= Longest && MayHoldDate(sentence))
            .Take(Most);

    private static bool MayHoldDate(string text) => text.AsSpan().ContainsAny(Signs);

    // "1 Sept. 2025" and "e.g. May" go on.
    [GeneratedRegex("""(?<=[.!?]["'”’)]?)(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|No|St|e\.g|i\.e|a\.m|p\.m)\.) +(?=["'“‘(]?[\p{Lu}\d])""",
        RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex End();

    [GeneratedRegex("^[-*•] +", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Marker();
}
