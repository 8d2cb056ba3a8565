using DigestWorker.Composing;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Rehearsing;

/// <summary>What would be added to, dropped from and moved within one digest.</summary>
internal sealed class CompareDigests(ChangeReasons reasons)
{
    public IReadOnlyList<ReleaseChange> Run(ReaderOutcome? before, ReaderOutcome? after)
    {
        var (had, has) = (Positions(before), Positions(after));
        var moved = Moved(had, has);
        return
        [
            .. has.Where(one => !had.ContainsKey(one.Key)).Select(one => Change(ChangeType.Added, one.Key)),
            .. had.Where(one => !has.ContainsKey(one.Key)).Select(one => Change(ChangeType.Dropped, one.Key)),
            .. has.Where(one => moved.Contains(one.Key)).Select(one => Change(ChangeType.Moved, one.Key)),
        ];

        ReleaseChange Change(ChangeType type, Release release)
        {
            var known = (Before: had.Keys.FirstOrDefault(one => one.Id == release.Id), After: has.Keys.FirstOrDefault(one => one.Id == release.Id));
            return new ReleaseChange(
                type,
                release.Id,
                release.Lead.Entry.Title,
                known.Before is null ? null : had[known.Before],
                known.After is null ? null : has[known.After],
                reasons.Of(release.Id, before, after));
        }
    }

    private static Dictionary<Release, DigestPosition> Positions(ReaderOutcome? outcome)
    {
        var selection = outcome?.Outcome.Composed?.Selection ?? DigestSelection.Nothing;
        return selection.Full.Concat(selection.OneLiners).Index().ToDictionary(
            one => one.Item.Release,
            one => new DigestPosition(one.Index + 1, one.Index < selection.Full.Count, one.Item.Release.Kind),
            new SameRelease());
    }

    // A release above which another was put has not moved; one that stands elsewhere among those that both digests hold has.
    private static HashSet<Release> Moved(Dictionary<Release, DigestPosition> had, Dictionary<Release, DigestPosition> has)
    {
        var both = had.OrderBy(one => one.Value.Rank).Select(one => one.Key).Where(has.ContainsKey).ToList();
        var inOrder = LongestRun.Of([.. both.Select(release => has[release].Rank)]);
        return both.Index()
            .Where(one => !inOrder.Contains(one.Index) || had[one.Item] with { Rank = 0 } != has[one.Item] with { Rank = 0 })
            .Select(one => one.Item)
            .ToHashSet(new SameRelease());
    }

    private sealed class SameRelease : IEqualityComparer<Release>
    {
        public bool Equals(Release? one, Release? other) => one?.Id == other?.Id;

        public int GetHashCode(Release release) => release.Id.GetHashCode();
    }
}
