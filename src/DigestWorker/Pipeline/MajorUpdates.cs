using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>What the publisher itself calls an update worth telling, oldest first.</summary>
internal static class MajorUpdates
{
    /// <remarks>A feed of GOV.UK carries no notes, but its dates move on major updates only (sources: its search index).</remarks>
    public static IReadOnlyList<ChangeNote> Of(Entry entry) =>
        entry.ChangeNotes.Count > 0 ? [.. entry.ChangeNotes.OrderBy(note => note.At)]
        : entry is { Updated: { } updated, Url.Host: "www.gov.uk" } ? [new ChangeNote(updated.At, "")]
        : [];

    /// <returns>Those that are not known yet. One that is older than what is known only completes the history.</returns>
    public static IReadOnlyList<ChangeNote> NewOf(DbConnection connection, long id, Entry entry)
    {
        var notes = Of(entry);
        if (notes.Count == 0)
        {
            return [];
        }

        var known = Revisions.NotedAt(connection, id);
        var newest = known.Count == 0 ? entry.Published?.At ?? DateTimeOffset.MinValue : known.Max();
        return [.. notes.Where(note => note.At > newest)];
    }
}
