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
    private static readonly string[] OfficialHosts = ["gov.uk", "gov.scot", "gov.wales", "nhs.uk", "ons.gov.uk", "parliament.uk", "police.uk"];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>When its present text was first seen.</summary>
    public DateTimeOffset LastSeen => Revisions.Select(revision => revision.SeenAt).Append(FirstSeen).Max();

    /// <summary>True for the address of a public body.</summary>
    public bool IsOfficial => Entry.Url is { } url && OfficialHosts.Any(host =>
        url.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || url.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));
}
