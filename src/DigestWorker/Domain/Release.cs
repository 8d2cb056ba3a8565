namespace DigestWorker.Domain;

/// <summary>One publication of figures, one guidance update or one piece of news, reported by one or more entries.</summary>
/// <param name="Entries">At least one; the report that leads stands first.</param>
public sealed record Release(long Id, IReadOnlyList<StoredEntry> Entries)
{
    public StoredEntry Lead => Entries[0];

    public Kind Kind => Lead.Understanding.Kind.Kind;

    /// <summary>Grows with each substantive revision, so that a release can be sent anew when it has changed, and only then.</summary>
    public int Version => Entries.Sum(entry => entry.Version);

    public bool IsRevisedIn(DigestWindow window) => Entries.Any(entry => entry.IsRevisedIn(window));

    /// <summary>Each topic once, with the reasons of the entry where it is surest; surest first.</summary>
    public IReadOnlyList<TopicLabel> Topics { get; } =
        [.. Entries.SelectMany(entry => entry.Understanding.Topics)
            .GroupBy(topic => topic.Id, StringComparer.Ordinal)
            .Select(same => same.MaxBy(topic => topic.Score)!)
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Id, StringComparer.Ordinal)];

    /// <summary>Those of the leading report first, then what the others add; each value once.</summary>
    public IReadOnlyList<Figure> Figures { get; } =
        [.. Entries.SelectMany(entry => entry.Understanding.Figures).DistinctBy(figure => (figure.Value, figure.Unit))];

    public IReadOnlyList<string> Areas { get; } =
        [.. Entries.SelectMany(entry => entry.Understanding.Areas).Select(area => area.Area).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What the other reports tell beside the leading one.</summary>
    public IReadOnlyList<Addition> Additions { get; } = Addition.To(Entries);

    /// <summary>Figures of the leading report beside those before them in their series.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    public static Release Of(long id, IReadOnlyList<StoredEntry> entries, PublisherTypes publishers) =>
        new(id, LeadingReport.First(entries, publishers));
}
