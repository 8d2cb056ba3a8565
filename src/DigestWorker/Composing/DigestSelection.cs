using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <param name="Because">Why it is in this digest, in the reader's words: "online grooming is core to your role".</param>
internal sealed record SelectedRelease(Release Release, double Score, IReadOnlyList<string> Because);

/// <summary>What goes into one digest, best first.</summary>
/// <param name="More">How many further releases passed the minimum score but found no room.</param>
internal sealed record DigestSelection(
    IReadOnlyList<SelectedRelease> Full,
    IReadOnlyList<SelectedRelease> OneLiners,
    int More)
{
    public static readonly DigestSelection Nothing = new([], [], 0);

    public bool IsEmpty => Full.Count + OneLiners.Count == 0;
}
