namespace DigestWorker.Domain;

public enum AnnouncementState
{
    Provisional,
    Confirmed,
    Postponed,
    Cancelled,
}

/// <summary>Says that something will be published; it never holds figures and is no news by itself.</summary>
/// <param name="Expected">The day or month named; null where none is.</param>
/// <param name="Reason">Why it moved or was cancelled, in the publisher's words.</param>
public sealed record Announcement(AnnouncementState State, PublishedDate? Expected, PublishedDate? Previously, string? Reason);
