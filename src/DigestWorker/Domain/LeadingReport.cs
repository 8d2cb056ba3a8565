namespace DigestWorker.Domain;

/// <summary>
/// Which report of a release leads: the official source, then the body that the others name as where it comes from, then
/// charities, trade press, press and all else; among equals the earliest. One that only says what will come leads no report of it.
/// </summary>
public static class LeadingReport
{
    private const int AfterOriginator = 1;

    public static IReadOnlyList<StoredEntry> First(IReadOnlyList<StoredEntry> entries, PublisherTypes publishers) =>
        entries.Count == 1
            ? entries
            : [.. entries
                .OrderBy(entry => entry.Entry.Announcement is not null)
                .ThenBy(entry => Rank(entry, entries, publishers))
                .ThenBy(entry => entry.Entry.Published?.At ?? DateTimeOffset.MaxValue)
                .ThenBy(entry => entry.Id)];

    private static int Rank(StoredEntry entry, IReadOnlyList<StoredEntry> entries, PublisherTypes publishers) =>
        entry.PublisherType == BodyType.Official ? 0
            : IsOriginator(entry, entries, publishers) ? AfterOriginator
            : AfterOriginator + (int)entry.PublisherType;

    private static bool IsOriginator(StoredEntry entry, IReadOnlyList<StoredEntry> entries, PublisherTypes publishers) =>
        publishers.BodyOf(entry.Publisher, entry.Entry.Url) is { } body
        && entries.Count(other => other.Id != entry.Id && body.Names.Any(name => Names(other.Entry, name))) * 2 >= entries.Count - 1;

    private static bool Names(Entry entry, string name) =>
        entry.Title.Contains(name, StringComparison.Ordinal) || entry.Text.Contains(name, StringComparison.Ordinal);
}
