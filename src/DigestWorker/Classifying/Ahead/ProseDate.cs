using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>A day, month, season or year as it stands in a sentence; an empty part is not written.</summary>
internal sealed record ProseDate(int Start, int Length, string Day, string Month, string Season, string Year)
{
    private const string MonthNames = "JanFebMarAprMayJunJulAugSepOctNovDec";

    // A day without a year is of the next twelve months only where it is not more likely to be the one just gone.
    private const int FarthestWithoutYear = 270;

    public DatePrecision Precision =>
        Day.Length > 0 ? DatePrecision.Day
        : Month.Length > 0 || Season.Length > 0 ? DatePrecision.Month
        : DatePrecision.Year;

    /// <summary>A season names no month.</summary>
    public bool IsVague => Season.Length > 0 || Precision == DatePrecision.Year;

    public static ProseDate Of(Match match) => new(
        match.Index,
        match.Length,
        match.Groups["day"].Value,
        match.Groups["month"].Value,
        match.Groups["season"].Value,
        match.Groups["year"].Value);

    /// <param name="written">When the sentence was written; null where nobody says.</param>
    /// <returns>Null for no day of the calendar, and for a date without a year in a text without a date.</returns>
    public DateOnly? On(DateOnly? written)
    {
        if (Year.Length > 0)
        {
            return InYear(int.Parse(Year, CultureInfo.InvariantCulture));
        }

        return written is { } day && InYear(day.Year) is { } same
            ? same >= FirstDay(day) ? same : Later(day)
            : null;
    }

    private DateOnly? Later(DateOnly written) =>
        InYear(written.Year + 1) is { } next && next.DayNumber - written.DayNumber <= FarthestWithoutYear ? next : InYear(written.Year);

    private DateOnly FirstDay(DateOnly written) => Precision == DatePrecision.Day ? written : new DateOnly(written.Year, written.Month, 1);

    private DateOnly? InYear(int year)
    {
        var (month, day) = (MonthNumber(), Day.Length == 0 ? 1 : int.Parse(Day, CultureInfo.InvariantCulture));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private int MonthNumber() => (Month, Season.ToLowerInvariant()) switch
    {
        ({ Length: > 2 }, _) => MonthNames.IndexOf(Month[..3], StringComparison.Ordinal) / 3 + 1,
        ({ Length: > 0 }, _) => int.Parse(Month, CultureInfo.InvariantCulture),
        (_, "spring term") => 1,
        (_, "summer term") => 4,
        (_, "spring") => 3,
        (_, "summer") => 6,
        (_, "autumn" or "autumn term") => 9,
        (_, "winter") => 12,
        _ => 1,
    };
}
