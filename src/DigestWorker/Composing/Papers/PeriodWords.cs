using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestWorker.Composing.Papers;

/// <summary>Periods as people read them: "to-2025-06" is the year to June 2025, "2024-Q1" is January to March 2024.</summary>
internal static partial class PeriodWords
{
    private const int MonthsInQuarter = 3;

    [return: NotNullIfNotNull(nameof(period))]
    public static string? Of(string? period) =>
        period is not null && Parts().Match(period) is { Success: true } parts ? Words(parts.Groups) : period;

    private static string Words(GroupCollection parts)
    {
        var year = parts["year"].Value;
        return parts["quarter"].Success ? $"{Month(QuarterEnd(parts) - 2)} to {Month(QuarterEnd(parts))} {year}"
            : parts["ending"].Success ? $"year to {Month(Number(parts["month"]))} {year}"
            : parts["last"].Success ? $"{Month(Number(parts["month"]))} to {Month(Number(parts["last"]))} {year}"
            : $"{Month(Number(parts["month"]))} {year}";
    }

    private static int QuarterEnd(GroupCollection parts) => Number(parts["quarter"]) * MonthsInQuarter;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static string Month(int number) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(number);

    [GeneratedRegex(
        @"^(?<ending>to-)?(?<year>\d{4})-(?:Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])(?:-(?<last>0[1-9]|1[0-2]))?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
