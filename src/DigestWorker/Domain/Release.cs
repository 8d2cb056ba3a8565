namespace DigestWorker.Domain;

/// <summary>One publication of figures, one guidance update or one piece of news, reported by one or more entries.</summary>
/// <param name="Entries">At least one; the report that leads stands first.</param>
public sealed record Release(long Id, IReadOnlyList<StoredEntry> Entries)
{
    public StoredEntry Lead => Entries[0];

    public Kind Kind => Lead.Understanding.Kind.Kind;

    /// <summary>Grows with each substantive revision, so that a release can be sent anew when it has changed, and only then.</summary>
    public int Version => Entries.Sum(entry => entry.Revisions.Count(revision => revision.Substantive));

    /// <summary>Each topic once, with the reasons of the entry where it is surest; surest first.</summary>
    public IReadOnlyList<TopicLabel> Topics { get; } =
        [.. Entries.SelectMany(entry => entry.Understanding.Topics)
            .GroupBy(topic => topic.Id, StringComparer.Ordinal)
            .Select(same => same.MaxBy(topic => topic.Score)!)
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Id, StringComparer.Ordinal)];

    public IReadOnlyList<string> Areas { get; } =
        [.. Entries.SelectMany(entry => entry.Understanding.Areas).Select(area => area.Area).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Puts the report that leads first: an official address, then the earliest date, then the first stored.</summary>
    public static Release Of(long id, IReadOnlyList<StoredEntry> entries) =>
        new(id, [.. entries
            .OrderByDescending(entry => entry.IsOfficial)
            .ThenBy(entry => entry.Entry.Published?.At ?? DateTimeOffset.MaxValue)
            .ThenBy(entry => entry.Id)]);
}
