using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>Puts periods in order: which of the named ones ends last.</summary>
internal static partial class Periods
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static Measure? Latest(IEnumerable<string> lines) =>
        lines.SelectMany(Measures.Of).Where(measure => measure.Sort is MeasureSort.Period).MaxBy(End);

    /// <summary>Months since year 0 at which it ends; a year alone ends in December.</summary>
    public static int End(Measure period)
    {
        var words = period.Text.ToLowerInvariant();
        return (LastYear(words) * 12) + LastMonth(words);
    }

    // The autumn term of 2024/25 is in the first of the two years.
    private static int LastYear(string words)
    {
        var last = int.Parse(Year().Matches(words)[^1].ValueSpan, CultureInfo.InvariantCulture);
        return SecondYear().IsMatch(words) && !words.StartsWith("autumn", StringComparison.Ordinal) ? last + 1 : last;
    }

    private static int LastMonth(string words) => words switch
    {
        _ when MonthName().Matches(words) is { Count: > 0 } names => Array.IndexOf(Months, names[^1].Value) + 1,
        _ when Quarter().Match(words) is { Success: true } quarter => 3 * (quarter.ValueSpan[0] - '0'),
        _ when words.StartsWith("spring", StringComparison.Ordinal) => 4,
        _ when words.StartsWith("summer", StringComparison.Ordinal) => 7,
        _ => 12,
    };

    [GeneratedRegex(@"(?:19|20)\d\d", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Year();

    // "2023/24" and "2023-24", but not "2023-09-01".
    [GeneratedRegex(@"\d{4} ?(?:/|-|to) ?\d\d$", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex SecondYear();

    [GeneratedRegex("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex MonthName();

    [GeneratedRegex(@"(?<=\b(?:q|quarter ))[1-4]", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Quarter();
}
