using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// Whether two entries with the same text are one release. Outlets reprint within weeks; but one publisher that says the
/// same words again days later tells of something new, such as next month's figures.
/// </summary>
internal static class Reprint
{
    private const int ReprintDays = 60, RepostDays = 2;

    public static bool Is(EntryTraits first, EntryTraits second) =>
        first.ContentHash is not null && first.ContentHash == second.ContentHash
        && Math.Abs(first.Day - second.Day) <= (first.Publisher == second.Publisher ? RepostDays : ReprintDays);
}
