using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Stretches of time (see <see cref="NamedPeriods"/>) as people write them: "2023/24", "the year to June 2024", "April to August 2024".</summary>
internal static class PeriodWords
{
    private const int YearLength = 4, AcademicYearEnds = 8;

    public static string Of(string period) => period.Split('-') switch
    {
        [var term] when term.IndexOf(' ', StringComparison.Ordinal) is > 0 and var year => $"the{term[year..]} {term[..year]}",
        ["to", var year, var month] => $"the year to {Month(month)} {year}",
        [var year, ['Q', var quarter]] => $"{Month($"{((quarter - '0') * 3) - 2}")} to {Month($"{(quarter - '0') * 3}")} {year}",
        [var year, var first, var last] => $"{Month(first)} to {Month(last)} {year}",
        [var year, var month] => $"{Month(month)} {year}",
        _ => period,
    };

    /// <returns>The last day of the period; of "2023/24" that of the academic year, the latest that it may mean.</returns>
    public static DateOnly EndOf(string period) => period.Split('-') switch
    {
        [_, ['Q', var quarter]] => LastOf(period, (quarter - '0') * 3),
        [_, .., var month] => LastOf(period.Replace("to-", "", StringComparison.Ordinal), int.Parse(month, CultureInfo.InvariantCulture)),
        _ when period.Contains('/', StringComparison.Ordinal) => LastOf(period, AcademicYearEnds).AddYears(1),
        _ => LastOf(period, 12),
    };

    private static DateOnly LastOf(string period, int month) =>
        new DateOnly(int.Parse(period[..YearLength], CultureInfo.InvariantCulture), month, 1).AddMonths(1).AddDays(-1);

    private static string Month(string number) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(int.Parse(number, CultureInfo.InvariantCulture));
}
