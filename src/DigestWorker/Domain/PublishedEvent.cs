namespace DigestWorker.Domain;

/// <summary>An upcoming event as calendars show it: one for good, however often its day moves.</summary>
/// <param name="Uid">What calendars know it by.</param>
/// <param name="Certainty">Cancelled also where nobody tells it with a day any more.</param>
/// <param name="Told">Who told it, in which words, and the day it moved from.</param>
public sealed record PublishedEvent(
    string Uid, long ReleaseId, EventType Type, DateOnly Day, Certainty Certainty, string Title, string Told, string? Link)
{
    /// <summary>Grows when the day moves or becomes more or less certain.</summary>
    public int Sequence { get; init; }

    /// <summary>When calendars were last shown something else.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
