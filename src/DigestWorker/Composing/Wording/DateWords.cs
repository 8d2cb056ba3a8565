using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Dates as people in the UK write them, no more exact than the publisher was.</summary>
internal static class DateWords
{
    public const string None = "no date given";

    public static string Of(PublishedDate? date) => date switch
    {
        null => None,
        { Precision: DatePrecision.Year } => Format(DayOf(date), "yyyy"),
        { Precision: DatePrecision.Month } => Format(DayOf(date), "MMMM yyyy"),
        _ => Full(DayOf(date)),
    };

    /// <summary>The date of an entry; an update on a later day is said to be one.</summary>
    public static string Of(Entry entry) => entry switch
    {
        { Published: null, Updated: null } => None,
        { Updated: { } updated } when IsUpdated(entry) => $"updated {Of(updated)}",
        _ => Of(entry.Published),
    };

    public static bool IsUpdated(Entry entry) =>
        entry.Updated is { } updated && (entry.Published is not { } published || DayOf(updated) > DayOf(published));

    public static string Full(DateOnly day) => Format(day, "d MMMM yyyy");

    public static string WithWeekday(DateOnly day) => Format(day, "dddd d MMMM yyyy");

    public static string Short(DateOnly day) => Format(day, "d MMM");

    /// <summary>"23 November 2026, 07:30", by the London clock.</summary>
    public static string At(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, EditionWeek.London).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"9:30am", by the London clock.</summary>
    public static string Hour(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, EditionWeek.London).ToString("h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant();

    public static DateOnly LondonDay(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, EditionWeek.London).DateTime);

    private static DateOnly DayOf(PublishedDate date) =>
        date.Precision == DatePrecision.Instant ? LondonDay(date.At) : DateOnly.FromDateTime(date.At.UtcDateTime);

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
