namespace DigestWorker.Domain;

/// <summary>One publication of figures, one guidance update or one piece of news, reported by one or more entries.</summary>
/// <param name="Entries">At least one; the report that leads stands first.</param>
public sealed record Release(long Id, IReadOnlyList<StoredEntry> Entries)
{
    public StoredEntry Lead => Entries[0];

    public Kind Kind => Lead.Understanding.Kind.Kind;

    /// <summary>Each topic once, with the reasons of the entry where it is surest; surest first.</summary>
    public IReadOnlyList<TopicLabel> Topics =>
        [.. Entries.SelectMany(entry => entry.Understanding.Topics)
            .GroupBy(topic => topic.Id, StringComparer.Ordinal)
            .Select(same => same.MaxBy(topic => topic.Score)!)
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Id, StringComparer.Ordinal)];

    public IReadOnlyList<string> Areas =>
        [.. Entries.SelectMany(entry => entry.Understanding.Areas).Select(area => area.Area).Distinct(StringComparer.OrdinalIgnoreCase)];
}
