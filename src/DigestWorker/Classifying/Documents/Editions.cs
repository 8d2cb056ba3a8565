using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestWorker.Classifying.Documents;

/// <summary>Which edition of a document is meant: its year, its month or its version.</summary>
internal static partial class Editions
{
    private const string MonthNames = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const int Reach = 60;
    private const int HalfAYear = 6;

    private const string Day = @"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?";

    private const string MonthName = "(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)";

    private const string Year = @"(?<year>20\d\d)\b(?!,\d)";

    private const string Date = $"(?:{Day}{MonthName} )?{Year}";

    private const string Words = "(?:the|an?|final|statutory|edition|version|draft|update|revision|guidance|advice|framework|of|to|for|from|in|dated|issued|changes)";

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <returns>The edition that stands right beside a name; not that of the one it replaces.</returns>
    public static string? Beside(string text, NamedPlace place)
    {
        var before = text[Math.Max(0, place.Start - Reach)..place.Start];
        var after = text[place.End..Math.Min(text.Length, place.End + Reach)];
        return Replaced().IsMatch(before) || IsReplaced().IsMatch(after) ? null
            : (IsAct(text, place) ? null : Of(After().Match(after))) ?? Of(Ahead().Match(before));
    }

    /// <returns>The year of a title that is not an Act's or a period's; otherwise its version.</returns>
    public static string? OfTitle(string title) =>
        Of(InTitle().Match(title)) ?? (Version().Match(title) is { Success: true } version ? $"v{version.Groups["version"].Value}" : null);

    /// <returns>The month from which the text says that it applies; null where it does not say.</returns>
    public static string? InForce(string text, DateOnly? written) => Applies().Match(text) switch
    {
        { Success: false } => null,
        var match when match.Groups["year"].Success => Of(match),
        var match when written is { } day && match.Groups["month"] is { Success: true } month => Form(NearestYear(Month(month.Value), day), Month(month.Value)),
        _ => null,
    };

    /// <summary>A year becomes a month where the text applies from a month of that year.</summary>
    public static string? Narrowed(string? edition, string? inForce) =>
        edition is null || (edition.Length == 4 && inForce?.StartsWith(edition, StringComparison.Ordinal) == true) ? inForce : edition;

    private static bool IsAct(string text, NamedPlace place) => text.AsSpan(0, place.End).EndsWith(" Act", StringComparison.OrdinalIgnoreCase);

    private static string? Of(Match match) =>
        !match.Success ? null
        : match.Groups["month"] is { Success: true } month ? $"{match.Groups["year"].Value}-{Month(month.Value):00}"
        : match.Groups["year"].Value;

    private static int NearestYear(int month, DateOnly written) =>
        month - written.Month > HalfAYear ? written.Year - 1
        : written.Month - month > HalfAYear ? written.Year + 1
        : written.Year;

    private static string Form(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    private static int Month(string name) => MonthNames.IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3 + 1;

    [GeneratedRegex($@"^['""”’)\]]*(?:[\s,:(–-]|\b{Words}\b){{0,10}}{Date}", Usual, 1000)]
    private static partial Regex After();

    [GeneratedRegex($@"{Date}(?:[-/–]\d\d)?(?:[\s,:'""“‘(–-]|\b{Words}\b){{0,10}}$", Usual, 1000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing)|in place of|instead of|withdrawn|until|previous|earlier|old|since|than|compared with)\b[^.;]{0,40}$", Usual, 1000)]
    private static partial Regex Replaced();

    [GeneratedRegex(@"^[^.;]{0,30}\b(?:has|have|had|is|was|were|be) (?:been )?(?:replaced|superseded|withdrawn)\b", Usual, 1000)]
    private static partial Regex IsReplaced();

    [GeneratedRegex($@"(?<!\bAct |\bRegulations |\(England\) |[-/–\d]){Date}", Usual, 1000)]
    private static partial Regex InTitle();

    [GeneratedRegex(@"\b(?:version |v)(?<version>\d{1,2}(?:\.\d{1,2})?)\b", Usual, 1000)]
    private static partial Regex Version();

    [GeneratedRegex($@"\b(?:into (?:force|effect)|t(?:akes?|aking|ook) effect|appl(?:y|ies|ied)\b[^.;]{{0,30}}\bfrom|in force|in place|effective|statutory|effect)(?: (?:on|from|in|since|as of))? (?:\w+day )?{Day}(?-i:{MonthName})(?: {Year})?\b", Usual, 1000)]
    private static partial Regex Applies();
}
