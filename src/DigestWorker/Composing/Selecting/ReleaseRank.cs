using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>The order within a digest: score, then number of outlets, then newest; ties by id, so that it is always the same.</summary>
internal static class ReleaseRank
{
    public static readonly Comparer<SelectedRelease> BestFirst = Comparer<SelectedRelease>.Create(Compare);

    private static int Compare(SelectedRelease one, SelectedRelease other) =>
        FirstDifference(
            other.Score.CompareTo(one.Score),
            Outlets.Count(other.Release).CompareTo(Outlets.Count(one.Release)),
            Nullable.Compare(Newest(other.Release), Newest(one.Release)),
            one.Release.Id.CompareTo(other.Release.Id));

    private static int FirstDifference(params ReadOnlySpan<int> comparisons)
    {
        foreach (var comparison in comparisons)
        {
            if (comparison != 0)
            {
                return comparison;
            }
        }

        return 0;
    }

    private static DateTimeOffset? Newest(Release release) => release.Entries.Max(entry => entry.NewsAt);
}
