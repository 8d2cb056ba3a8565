using DigestWorker.Collecting;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Pages;

/// <summary>What changed between two states of one listing, entry by entry.</summary>
internal static class ListingChanges
{
    /// <returns>Changes of entries in the order of the later state, then those that are gone.</returns>
    public static IReadOnlyList<ListingChange> Between(IReadOnlyList<Entry> previous, IReadOnlyList<Entry> current)
    {
        var before = ById(previous);
        var after = ById(current);
        return
        [
            .. after.Select(entry => Change(before.GetValueOrDefault(entry.Key), entry.Value)).OfType<ListingChange>(),
            .. before.Where(entry => !after.ContainsKey(entry.Key)).Select(entry => new ListingChange(ListingChangeKind.Removed, entry.Value, entry.Value)),
        ];
    }

    private static OrderedDictionary<string, Entry> ById(IReadOnlyList<Entry> entries) =>
        new(entries
            .DistinctBy(Identity, StringComparer.OrdinalIgnoreCase)
            .Select(entry => KeyValuePair.Create(Identity(entry), entry)), StringComparer.OrdinalIgnoreCase);

    private static string Identity(Entry entry) =>
        entry.PublisherId ?? (entry.Url is { } url ? CanonicalUrl.Of(url) : null) ?? entry.Title;

    /// <summary>A date that moved goes before words that changed with it; a date that went or came is a matter of wording.</summary>
    private static ListingChange? Change(Entry? before, Entry after) =>
        before is null ? new(ListingChangeKind.Added, after, null)
        : before.Published?.At != after.Published?.At && before.Published is not null && after.Published is not null
            ? new(ListingChangeKind.DateMoved, after, before)
        : Face(before) != Face(after) ? new(ListingChangeKind.Reworded, after, before)
        : null;

    private static (string, string, string?, PublishedDate?) Face(Entry entry) => (entry.Title, entry.Text, entry.DocumentType, entry.Published);
}
