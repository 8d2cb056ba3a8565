using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>The order within a digest: score, then number of outlets, then newest; ties by id, so that it is always the same.</summary>
internal static class ReleaseRank
{
    public static IEnumerable<SelectedRelease> BestFirst(IEnumerable<SelectedRelease> releases) =>
        releases
            .OrderByDescending(selected => selected.Score)
            .ThenByDescending(selected => Outlets.Count(selected.Release))
            .ThenByDescending(selected => Newest(selected.Release))
            .ThenBy(selected => selected.Release.Id);

    private static DateTimeOffset? Newest(Release release) => release.Entries.Max(entry => entry.NewsAt);
}
