using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Events ahead in words, no more exact and no surer than their source is.</summary>
internal static class EventWords
{
    public static string InForce(UpcomingEvent told) => $"in force from {Day(told)}, {Certain(told)}{Moved(told)}";

    public static string Day(UpcomingEvent told) =>
        DateWords.Of(new PublishedDate(new DateTimeOffset(told.Day, TimeOnly.MinValue, TimeSpan.Zero), told.Precision));

    public static string What(EventType type) => type switch
    {
        EventType.InForce => "In force",
        EventType.Closes => "Last day to respond",
        EventType.Published => "To be published",
        EventType.Due => "Due",
        _ => "Ends",
    };

    public static string Certain(UpcomingEvent told) => told.Certainty switch
    {
        Certainty.Confirmed => "confirmed",
        Certainty.Provisional => "provisional",
        _ => "cancelled",
    };

    public static string Moved(UpcomingEvent told) => told.MovedFrom is { } before ? $", moved from {DateWords.Full(before)}" : "";
}
