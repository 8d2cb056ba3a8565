using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Dates;

/// <summary>The parts of a date as they were written; an empty part was not.</summary>
internal sealed record DateParts(string Year, string Month, string Day, string Clock)
{
    private const string MonthNames = "janfebmaraprmayjunjulaugsepoctnovdec";

    public static DateParts Of(GroupCollection groups) =>
        new(groups["year"].Value, groups["month"].Value, groups["day"].Value, groups["clock"].Value.Trim());

    public PublishedDate? ToPublishedDate()
    {
        var (month, day) = (MonthNumber(), Number(Day));
        if (month > 12 && day is <= 12 and > 0)
        {
            (month, day) = (day, month);
        }

        return IsInCalendar(FullYear(), month, day)
            ? At(new DateTimeOffset(FullYear(), Math.Max(month, 1), Math.Max(day, 1), 0, 0, 0, TimeSpan.Zero))
            : null;
    }

    private PublishedDate At(DateTimeOffset midnight) =>
        ClockTime.Read(Clock) is { } clock && Day.Length > 0
            ? new(midnight + clock.SinceMidnight - clock.Offset, DatePrecision.Instant)
            : new(midnight, Day.Length > 0 ? DatePrecision.Day : Month.Length > 0 ? DatePrecision.Month : DatePrecision.Year);

    private bool IsInCalendar(int year, int month, int day) =>
        year is > 1 and < 9999
        && (Month.Length == 0 || month is >= 1 and <= 12)
        && (Day.Length == 0 || (day >= 1 && day <= DateTime.DaysInMonth(year, month)));

    /// <summary>RFC 5322 §4.3: two digits below 50 are of this century.</summary>
    private int FullYear() => Number(Year) switch
    {
        var year when Year.Length > 2 => year,
        < 50 and var year => 2000 + year,
        var year => 1900 + year,
    };

    private int MonthNumber() =>
        Month.Length > 0 && char.IsAsciiLetter(Month[0])
            ? (MonthNames.IndexOf(Month[..3], StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at % 3 == 0 ? at / 3 + 1 : -1)
            : Number(Month);

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
