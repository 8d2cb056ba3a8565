using DigestWorker.Domain;

namespace DigestWorker.Pipeline;

/// <summary>What the publisher itself calls an update worth telling, oldest first.</summary>
internal static class MajorUpdates
{
    /// <remarks>A feed of GOV.UK carries no notes, but its dates move on major updates only (sources: its search index).</remarks>
    public static IReadOnlyList<ChangeNote> Of(Entry entry) =>
        entry.ChangeNotes.Count > 0 ? [.. entry.ChangeNotes.OrderBy(note => note.At)]
        : entry is { Updated: { } updated, Url.Host: "www.gov.uk" } ? [new ChangeNote(updated.At, "")]
        : [];
}
