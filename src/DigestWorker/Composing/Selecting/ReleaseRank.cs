using DigestWorker.Composing.Viewing;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>
/// The order within a digest: guidance about to come into force, then by score, official bodies first, then by number of
/// outlets, then newest; figures of a time long past come last. Ties by id, so that it is always the same.
/// </summary>
internal static class ReleaseRank
{
    public static IEnumerable<SelectedRelease> BestFirst(IEnumerable<SelectedRelease> releases, DateTimeOffset now) =>
        releases
            .OrderByDescending(selected => AheadFit.IsInForceSoon(selected.Release, now))
            .ThenBy(selected => ReportedPeriod.IsEarlier(selected.Release, now))
            .ThenByDescending(selected => selected.Score)
            .ThenByDescending(selected => selected.Release.Lead.PublisherType == BodyType.Official)
            .ThenByDescending(selected => Outlets.Count(selected.Release))
            .ThenByDescending(selected => Newest(selected.Release))
            .ThenBy(selected => selected.Release.Id);

    private static DateTimeOffset? Newest(Release release) => release.Entries.Max(entry => entry.NewsAt);
}
