using System.Globalization;

namespace DigestWorker.Domain;

/// <summary>London days, both included, on which a team wants no digest.</summary>
public sealed record QuietDays(DateOnly First, DateOnly Last)
{
    private const string Form = "yyyy-MM-dd", Between = " to ";

    /// <returns>Null where the text is not two days in order, as in "2026-12-21 to 2027-01-03".</returns>
    public static QuietDays? Parse(string text) =>
        text.Split(Between) is [var first, var last] && Day(first) is { } from && Day(last) is { } to && from <= to ? new QuietDays(from, to) : null;

    public override string ToString() => $"{First.ToString(Form, CultureInfo.InvariantCulture)}{Between}{Last.ToString(Form, CultureInfo.InvariantCulture)}";

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
