namespace DigestWorker.Domain;

/// <summary>An entry that is kept, with what was understood of it and why it stands in its release.</summary>
/// <param name="FirstSeen">When a source first showed it.</param>
/// <param name="NewsAt">
/// The instant that puts it into somebody's window: when it was first seen or, for a date ahead, that date;
/// for what a new source already held, the day it is dated. Null for a baseline without a date, which is never news.
/// </param>
public sealed record StoredEntry(
    long Id,
    string Source,
    string Publisher,
    Entry Entry,
    Understanding Understanding,
    DateTimeOffset FirstSeen,
    DateTimeOffset? NewsAt,
    Membership Membership)
{
    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>Grows with each substantive revision.</summary>
    public int Version => Revisions.Count(revision => revision.Substantive);

    /// <summary>True where it was known before and was changed in substance; the notes that it brought along do not count.</summary>
    public bool IsRevisedIn(DigestWindow window) =>
        Revisions.Any(revision => revision.Substantive && revision.SeenAt > FirstSeen && window.Holds(revision.SeenAt));

    /// <summary>When its present text was first seen.</summary>
    public DateTimeOffset LastSeen => Revisions.Select(revision => revision.SeenAt).Append(FirstSeen).Max();

    public BodyType PublisherType { get; init; } = BodyType.Other;
}
