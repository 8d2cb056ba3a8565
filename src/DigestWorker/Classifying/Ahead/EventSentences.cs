using System.Text.RegularExpressions;

namespace DigestWorker.Classifying.Ahead;

/// <summary>The sentences of an entry that may hold a date, each short enough to be quoted and searched.</summary>
internal static partial class EventSentences
{
    private const int Longest = 500;
    private const int Most = 400;

    public static IEnumerable<string> Of(Reading reading) =>
        reading.Passages.Where(passage => passage.Place != Place.Publisher && HasDigitOrMonth().IsMatch(passage.Text))
            .SelectMany(passage => End().Split(passage.Text))
            .Select(sentence => Marker().Replace(sentence, "").Trim())
            .Where(sentence => sentence.Length is > 0 and <= Longest)
            .Take(Most);

    [GeneratedRegex(@"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HasDigitOrMonth();

    // "1 Sept. 2025" and "e.g. May" go on.
    [GeneratedRegex("""(?<=[.!?]["'”’)]?)(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|No|St|e\.g|i\.e|a\.m|p\.m)\.) +(?=["'“‘(]?[\p{Lu}\d])""",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex End();

    [GeneratedRegex("^[-*•] +", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marker();
}
