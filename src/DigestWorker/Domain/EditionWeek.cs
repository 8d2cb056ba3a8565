using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestWorker.Domain;

/// <summary>A week by the London calendar, Monday to Sunday, named as ISO 8601 does: 2026-W47.</summary>
public sealed partial record EditionWeek(int Year, int Week)
{
    public static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Week, DayOfWeek.Monday));

    public DateOnly Sunday => Monday.AddDays(6);

    public EditionWeek Previous => Of(Monday.AddDays(-7));

    /// <summary>The first instant that no longer belongs to the week.</summary>
    public DateTimeOffset End => InstantOf(Monday.AddDays(7));

    /// <summary>When the next edition takes over: what is first known from here on waits for that one.</summary>
    public DateTimeOffset SuccessorTakesOver => InstantOf(Monday.AddDays(14));

    /// <summary>Until when the edition of this week, published now, takes things in.</summary>
    public DateTimeOffset CutOff(DateTimeOffset now)
    {
        // Instants are kept in whole seconds: what was stored in this one belongs into the edition.
        var next = now.AddSeconds(1);
        return next < SuccessorTakesOver ? next : SuccessorTakesOver;
    }

    public static DateOnly LondonDay(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    public static EditionWeek LastComplete(DateTimeOffset now) => Of(LondonDay(now).AddDays(-7));

    /// <returns>Null where the text names no week of the calendar: 2026-W54, 26-W1.</returns>
    public static EditionWeek? Parse(string text)
    {
        if (Name().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var year = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var week = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return year is > 0 and < 9999 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year) ? new EditionWeek(year, week) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Week:00}");

    private static EditionWeek Of(DateOnly day) => new(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));

    /// <summary>The first instant of a day in London, which is 23:00 UTC of the day before in summer.</summary>
    public static DateTimeOffset InstantOf(DateOnly londonDay)
    {
        var midnight = londonDay.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).ToUniversalTime();
    }

    [GeneratedRegex(@"^(\d{4})-W(\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
