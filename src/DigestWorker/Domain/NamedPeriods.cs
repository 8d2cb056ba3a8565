using System.Buffers;
using System.Text.RegularExpressions;

namespace DigestWorker.Domain;

/// <summary>
/// The stretches of time that a text speaks of: "2023/24" (also for a year to March 2024), "2023", "2024-Q1", "2024-06",
/// "to-2024-06" for twelve months to June 2024, "2024-04-08" for April to August, "2023/24 autumn term".
/// </summary>
internal static partial class NamedPeriods
{
    private const int YearLength = 4, MonthLength = 7;

    private static readonly SearchValues<string> Years = SearchValues.Create(["19", "20"], StringComparison.Ordinal);

    public static IReadOnlyList<string> In(string text) =>
        text.AsSpan().ContainsAny(Years) ? [.. Span().Matches(text).Select(PeriodName.Of).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)] : [];

    /// <summary>True for a month alone, which is as often when something was published as what it is about.</summary>
    public static bool IsMonth(string period) => period.Length == MonthLength && period[YearLength] == '-' && period[YearLength + 1] != 'Q';

    /// <summary>The one that a text names first and not to compare with; a stretch of figures goes before a bare year.</summary>
    public static string? First(string text)
    {
        if (!text.AsSpan().ContainsAny(Years))
        {
            return null;
        }

        var named = Span().Matches(text).Where(match => !ComparedPeriods.IsAt(text, match.Index)).Select(PeriodName.Of).Where(name => name.Length > 0).ToList();
        return named.Find(period => period.Length > YearLength) ?? (named.Count > 0 ? named[0] : null);
    }

    private const string Season = "(?:autumn|spring|summer)";

    private const string Length = "(?:\\d\\d?|two|three|four|five|six|seven|eight|nine|ten|eleven)";

    // "In the 14 months from July 2021" is not July 2021.
    private const string Unlimited = "(?<!\\b(?:from|since|until|before|after|by)[ ](?:the[ ](?:start|beginning|end)[ ]of[ ])?)";

    // "Autumn 2026" and "so far in 2026" are not 2026.
    private const string Whole = $@"(?<!\b(?:autumn|winter|spring|summer|early|mid|late|Christmas|Easter|{Month})[ -](?:of[ ]|in[ ])?)(?<!\bmonths?[ ](?:of|in)[ ])(?<!\bso[ ]far[ ](?:in[ ])?)";

    private const string Month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    [GeneratedRegex(
        $@"(?<fiscal>(?:\b(?<term>{Season}(?:(?:,[ ]|[ ]and[ ]|[ ]to[ ]){Season})?[ ]terms?)[ ](?:of[ ]|in[ ])?(?:the[ ](?:academic[ ]|school[ ])?year[ ])?)?\b(?<from>(?:19|20)\d\d)\s?(?:/|-|\u2013| to )\s?(?<to>(?:20)?\d\d)\b)(?!-\d)
        |\b(?:q|quarter[ ])(?<quarter>[1-4])(?:[ ]of|,)?[ ](?<year>20\d\d)(?<next>[/-]\d\d)?\b
        |\b(?<quarter>first|second|third|fourth|last)[ ]quarter[ ](?:of[ ])?(?<year>20\d\d)(?<next>[/-]\d\d)?\b
        |\b(?<first>{Month})(?:[ ](?<since>20\d\d))?[ ](?:to|and|through|-|\u2013)[ ](?:\d\d?[ ])?(?<last>{Month})[ ](?<year>20\d\d)\b
        |\b(?<half>first|second)[ ]half[ ]of[ ](?<year>20\d\d)(?<next>[/-]\d\d)?\b
        |\b(?:(?<length>{Length})[ ])?(?:year|months)[ ](?:ending|ended|to|up[ ]to|to[ ]the[ ]end[ ]of)(?:[ ]\d\d?(?:st)?)?(?:[ ]in)?[ ](?<ending>{Month})[ ](?<year>20\d\d)\b
        |{Unlimited}\b(?<month>{Month})[ ](?<year>20\d\d)\b
        |(?<![\d,.£/-]){Whole}\b(?<year>20\d\d|19[5-9]\d)\b(?![\d%/]|[,.]\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Span();
}
