using System.Buffers;
using System.Globalization;
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
        text.AsSpan().ContainsAny(Years) ? [.. Span().Matches(text).Select(Name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)] : [];

    /// <summary>True for a month alone, which is as often when something was published as what it is about.</summary>
    public static bool IsMonth(string period) => period.Length == MonthLength && period[YearLength] == '-' && period[YearLength + 1] != 'Q';

    /// <summary>The one that a text names first and not to compare with; a stretch of figures goes before a bare year.</summary>
    public static string? First(string text)
    {
        if (!text.AsSpan().ContainsAny(Years))
        {
            return null;
        }

        var named = Span().Matches(text).Where(match => !ComparedPeriods.IsAt(text, match.Index)).Select(Name).Where(name => name.Length > 0).ToList();
        return named.Find(period => period.Length > YearLength) ?? (named.Count > 0 ? named[0] : null);
    }

    private static string Name(Match match)
    {
        var groups = match.Groups;
        return groups["fiscal"].Success ? Fiscal(groups["from"].Value, groups["to"].Value) is { Length: > 0 } year ? $"{year}{Term(groups["term"].Value)}" : ""
            : groups["quarter"].Success ? Quarter(Ordinal(groups["quarter"].Value), groups["year"].Value, isFiscal: groups["next"].Success)
            : groups["first"].Success ? Months(groups["first"].Value, groups["last"].Value, (groups["since"].Value, groups["year"].Value))
            : groups["ending"].Success ? Ending(groups["ending"].Value, groups["year"].Value)
            : groups["month"].Success ? $"{groups["year"].Value}-{MonthNumber(groups["month"].Value):00}"
            : groups["year"].Value;
    }

    private static string Fiscal(string from, string to)
    {
        var first = int.Parse(from, CultureInfo.InvariantCulture);
        var last = int.Parse(to, CultureInfo.InvariantCulture) % 100;
        return (first + 1) % 100 == last ? $"{first}/{last:00}" : "";
    }

    private static string Ending(string month, string year) =>
        MonthNumber(month) == 3
            ? $"{int.Parse(year, CultureInfo.InvariantCulture) - 1}/{year[2..]}"
            : $"to-{year}-{MonthNumber(month):00}";

    /// <param name="years">Of the first month, empty where it is not named, and of the last.</param>
    /// <returns>Empty for a stretch over the turn of a year that is not of twelve months.</returns>
    private static string Months(string first, string last, (string First, string Last) years)
    {
        var (from, to, year) = (MonthNumber(first), MonthNumber(last), int.Parse(years.Last, CultureInfo.InvariantCulture));
        var begins = years.First.Length > 0 ? int.Parse(years.First, CultureInfo.InvariantCulture) : to < from ? year - 1 : year;
        return (((year - begins) * 12) + to - from + 1, from % 3) switch
        {
            (12, _) when to == 12 => years.Last,
            (12, _) => Ending(last, years.Last),
            (3, 1) when begins == year => $"{years.Last}-Q{(from + 2) / 3}",
            _ => begins == year ? $"{years.Last}-{from:00}-{to:00}" : "",
        };
    }

    // The first quarter of 2024/25 begins in April.
    private static string Quarter(int quarter, string year, bool isFiscal) =>
        !isFiscal ? $"{year}-Q{quarter}"
        : quarter < 4 ? $"{year}-Q{quarter + 1}"
        : $"{int.Parse(year, CultureInfo.InvariantCulture) + 1}-Q1";

    private static string Term(string term) => term.Length > 0 ? $" {term.ToLowerInvariant()}" : "";

    private static int Ordinal(string quarter) => quarter.ToLowerInvariant() switch
    {
        "1" or "first" => 1,
        "2" or "second" => 2,
        "3" or "third" => 3,
        _ => 4,
    };

    private static int MonthNumber(string month) =>
        Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], month[..3].ToLowerInvariant()) + 1;

    private const string Season = "(?:autumn|spring|summer)";

    private const string Month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    [GeneratedRegex(
        $@"(?<fiscal>(?:\b(?<term>{Season}(?:(?:,[ ]|[ ]and[ ]|[ ]to[ ]){Season})?[ ]terms?)[ ](?:of[ ]|in[ ])?(?:the[ ](?:academic[ ]|school[ ])?year[ ])?)?\b(?<from>(?:19|20)\d\d)\s?(?:/|-|\u2013| to )\s?(?<to>(?:20)?\d\d)\b)(?!-\d)
        |\b(?:q|quarter[ ])(?<quarter>[1-4])(?:[ ]of|,)?[ ](?<year>20\d\d)(?<next>[/-]\d\d)?\b
        |\b(?<quarter>first|second|third|fourth|last)[ ]quarter[ ](?:of[ ])?(?<year>20\d\d)(?<next>[/-]\d\d)?\b
        |\b(?<first>{Month})(?:[ ](?<since>20\d\d))?[ ](?:to|and|through|-|\u2013)[ ](?:\d\d?[ ])?(?<last>{Month})[ ](?<year>20\d\d)\b
        |\b(?:year|months)[ ](?:ending|ended|to|up[ ]to|to[ ]the[ ]end[ ]of)(?:[ ]\d\d?(?:st)?)?(?:[ ]in)?[ ](?<ending>{Month})[ ](?<year>20\d\d)\b
        |\b(?<month>{Month})[ ](?<year>20\d\d)\b
        |(?<![\d,.£/-])\b(?<year>20\d\d|19[5-9]\d)\b(?![\d%/]|[,.]\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
