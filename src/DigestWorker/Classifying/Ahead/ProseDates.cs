using System.Buffers;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>Finds the dates of a sentence: "noon on Monday 2 December", "1st of September 2025", "September 2025", "autumn 2026".</summary>
internal static partial class ProseDates
{
    private const string Month =
        "(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";

    private const string Year = @"(?<year>20\d\d)(?![\d/]|-\d\d\b)";

    // What belongs to a date but stands before it; looked for only where a date was found, since "the" stands everywhere.
    private const string Lead =
        @"\b(?:(?:noon|midday|midnight|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?)(?: \(?(?:GMT|BST)\)?)?,? on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?";

    private const string DayMonth = $@"(?<![\d/])(?<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?:of )?{Month}\b\.?(?:,? {Year})?";

    private const string MonthDay = $@"\b{Month} (?<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,? {Year})?";

    private const string Numeric = $@"\b(?<day>\d\d?)/(?<month>\d\d?)/{Year}";

    private const string MonthYear = $@"\b(?:(?:early|mid|late|the end of)[ -])?{Month},? {Year}";

    private const string SeasonYear = $@"\b(?:the )?(?<season>(?:spring|summer|autumn|winter)(?: term)?)(?: of)?,? {Year}";

    // Alone, "May" is also a verb and "2025" also the name of an edition.
    private const string BareMonth = $@"(?<=\b(?:in|from|by|until|for|of) ){Month}\b(?! \d)";

    private const string BareYear = $@"(?<=\b(?:in|from|by|until|during) )(?:(?:early|mid|late|the end of)[ -])?{Year}";

    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["20", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], StringComparison.Ordinal);

    private const int LongestLead = 50;

    public static IReadOnlyList<ProseDate> In(string sentence) =>
        sentence.AsSpan().ContainsAny(Signs) ? [.. Any().Matches(sentence).Select(match => Whole(ProseDate.Of(match), sentence))] : [];

    private static ProseDate Whole(ProseDate date, string sentence)
    {
        var before = sentence[Math.Max(0, date.Start - LongestLead)..date.Start];
        var lead = date.Day.Length > 0 && LeadAtEnd().Match(before) is { Success: true } match ? match.Length : 0;
        return date with { Start = date.Start - lead, Length = date.Length + lead };
    }

    [GeneratedRegex($"{Lead}$", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex LeadAtEnd();

    // Months are looked for with their capital: "section 47 may apply" holds no date.
    [GeneratedRegex($"{DayMonth}|{MonthDay}|{Numeric}|{MonthYear}|{SeasonYear}|{BareMonth}|{BareYear}", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Any();
}
