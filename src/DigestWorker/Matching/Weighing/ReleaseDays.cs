using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>"Published on Friday" beside what came out on that Friday: what a report says of the day is the day of its release.</summary>
internal static class ReleaseDays
{
    public static void Note(EntryTraits first, EntryTraits second, Observations seen)
    {
        var same = first.ReleaseDays.AsSpan().ContainsAny(second.ReleaseDays)
            || first.ReleaseDays.Contains(second.Day) || second.ReleaseDays.Contains(first.Day);
        var bothTell = first.ReleaseDays.Length > 0 && second.ReleaseDays.Length > 0;
        seen.Note(EvidenceKind.SameReleaseDay, same);
        seen.Note(EvidenceKind.OtherReleaseDay, !same && (bothTell || IsOver(first, second) || IsOver(second, first)));
    }

    /// <summary>What the one tells of was out before the other came out, which tells of nothing so old; a page without a date may be older than it looks.</summary>
    private static bool IsOver(EntryTraits first, EntryTraits second) =>
        first.ReleasedBy is { } end && second.Day > end && second.ReleasedBy is null && !second.DayIsUncertain;
}
