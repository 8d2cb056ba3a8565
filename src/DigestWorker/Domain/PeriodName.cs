using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestWorker.Domain;

/// <summary>How <see cref="NamedPeriods"/> spells what it found.</summary>
internal static class PeriodName
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <returns>Empty for what only looks like a period.</returns>
    public static string Of(Match match)
    {
        var groups = match.Groups;
        return groups["fiscal"].Success ? Fiscal(groups["from"].Value, groups["to"].Value) is { Length: > 0 } year ? $"{year}{Term(groups["term"].Value)}" : ""
            : groups["quarter"].Success ? Quarter(Ordinal(groups["quarter"].Value), groups["year"].Value, isFiscal: groups["next"].Success)
            : groups["first"].Success ? Months(groups["first"].Value, groups["last"].Value, (groups["since"].Value, groups["year"].Value))
            : groups["half"].Success ? Half(groups["half"].Value, groups["year"].Value, isFiscal: groups["next"].Success)
            : groups["length"].Success && Length(groups["length"].Value) is not 12 and var months ? MonthsTo(months, groups["ending"].Value, groups["year"].Value)
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

    /// <returns>Empty where it runs over the turn of a year.</returns>
    private static string MonthsTo(int months, string last, string year)
    {
        var first = MonthNumber(last) - months + 1;
        return months == 0 || first < 1 ? "" : Months(MonthNames[first - 1], last, (year, year));
    }

    // The second half of 2024/25 runs over the turn of the year.
    private static string Half(string half, string year, bool isFiscal)
    {
        var isFirst = half.Equals("first", StringComparison.OrdinalIgnoreCase);
        return isFiscal ? isFirst ? $"{year}-04-09" : "" : isFirst ? $"{year}-01-06" : $"{year}-07-12";
    }

    private static int Length(string months) => int.TryParse(months, CultureInfo.InvariantCulture, out var count)
        ? count
        : Array.IndexOf(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], months.ToLowerInvariant()) + 1;

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

    private static int MonthNumber(string month) => Array.IndexOf(MonthNames, month[..3].ToLowerInvariant()) + 1;
}
