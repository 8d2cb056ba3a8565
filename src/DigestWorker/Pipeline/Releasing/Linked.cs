using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Weighing;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>Whether an entry could be put to a release because of one of its members.</summary>
internal static class Linked
{
    public static bool Are(Member entry, Group group, IReadOnlyList<Verdict> verdicts) =>
        group.Members.Any(member => PairWeigher.Default.Weigh(entry.Traits, member.Traits) is { Barrier: null, Score: >= ReleaseChooser.Join })
        || group.Members.Any(member => verdicts.Any(verdict => verdict.Same && IsOf(verdict, entry.EntryId, member.EntryId)));

    private static bool IsOf(Verdict verdict, long one, long other) =>
        (verdict.EntryId, verdict.OtherId) == (Math.Min(one, other), Math.Max(one, other));
}
