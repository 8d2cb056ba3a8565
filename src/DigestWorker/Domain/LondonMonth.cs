using System.Globalization;

namespace DigestWorker.Domain;

/// <summary>A month by the London calendar, written 2026-11.</summary>
/// <param name="First">Its first day.</param>
public sealed record LondonMonth(DateOnly First)
{
    private const string Form = "yyyy-MM";

    /// <summary>The first day that no longer belongs to the month.</summary>
    public DateOnly Next => First.AddMonths(1);

    public DateTimeOffset From => EditionWeek.InstantOf(First);

    /// <summary>The first instant that no longer belongs to the month.</summary>
    public DateTimeOffset To => EditionWeek.InstantOf(Next);

    /// <summary>"November 2026".</summary>
    public string Name => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static LondonMonth Containing(DateTimeOffset instant)
    {
        var day = EditionWeek.LondonDay(instant);
        return new LondonMonth(day.AddDays(1 - day.Day));
    }

    /// <returns>Null where the text names no month: 2026-13, 2026-1, November.</returns>
    public static LondonMonth? Parse(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? new LondonMonth(first) : null;

    public override string ToString() => First.ToString(Form, CultureInfo.InvariantCulture);
}
