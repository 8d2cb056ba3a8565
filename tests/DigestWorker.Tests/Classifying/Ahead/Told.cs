using System.Globalization;
using DigestWorker.Classifying.Ahead;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Classifying.Ahead;

/// <summary>What an entry says is still to come, as short as a test wants it: "InForce 2026-09-01 Day Confirmed".</summary>
internal static class Told
{
    public static IReadOnlyList<UpcomingEvent> By(Entry entry) => EventsAhead.Of(entry, DigestWorker.Classifying.Reading.Of(entry, "Example Council"));

    public static string[] Ahead(string title, string text, string? written)
    {
        var entry = Texts.Entry(title, content: text) with { Published = written is null ? null : Day(written) };
        return [.. By(entry).Select(Line)];
    }

    public static string Line(UpcomingEvent told) =>
        string.Join(' ', new[] { told.Type.ToString(), Iso(told.Day), told.Precision.ToString(), told.Certainty.ToString(), told.MovedFrom is { } from ? $"from {Iso(from)}" : "" }).TrimEnd();

    public static PublishedDate Day(string iso) =>
        new(DateTimeOffset.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), DatePrecision.Day);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
