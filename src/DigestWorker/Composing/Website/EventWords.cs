using System.Globalization;
using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>What is ahead, in words, no more exact than it was told.</summary>
internal static class EventWords
{
    public static string Of(EventType type) => type switch
    {
        EventType.InForce => "In force",
        EventType.Closes => "Closes",
        EventType.Due => "Due",
        EventType.Ends => "Ends",
        _ => "To be published",
    };

    public static string Of(Certainty certainty) => certainty.ToString().ToLowerInvariant();

    /// <summary>"closes on 14 December 2026 (confirmed)", "to be published in January 2027, no day given (provisional)".</summary>
    public static string Of(UpcomingEvent told) => $"{Of(told.Type).ToLowerInvariant()} {When(told)} ({Of(told.Certainty)})";

    /// <summary>"To be published in January 2027, no day given (provisional): Children in need".</summary>
    public static string WithTitle(ComingUp told) => $"{SentenceCase.Of(Of(told.Event))}: {EntryNames.Title(told.Release.Lead)}";

    private static string When(UpcomingEvent told) => told.Precision switch
    {
        DatePrecision.Year => $"in {told.Day.ToString("yyyy", CultureInfo.InvariantCulture)}, no day given",
        DatePrecision.Month => $"in {told.Day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}, no day given",
        _ => $"on {DateWords.Full(told.Day)}",
    };
}
