using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>"Published on Friday" beside what came out on that Friday: what a report says of the day is the day of its release.</summary>
internal static class ReleaseDays
{
    public static void Note(EntryTraits first, EntryTraits second, Observations seen)
    {
        var same = first.ReleaseDays.AsSpan().ContainsAny(second.ReleaseDays)
            || first.ReleaseDays.Contains(second.Day) || second.ReleaseDays.Contains(first.Day);
        seen.Note(EvidenceKind.SameReleaseDay, same);
        seen.Note(EvidenceKind.OtherReleaseDay, !same && first.ReleaseDays.Length > 0 && second.ReleaseDays.Length > 0);
    }
}
