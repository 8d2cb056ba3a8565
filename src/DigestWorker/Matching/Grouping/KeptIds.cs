namespace DigestWorker.Matching.Grouping;

/// <summary>
/// Gives regrouped entries the release ids that they had: a group keeps the id of the release with which it shares most
/// entries, the older id where two are equal.
/// </summary>
internal static class KeptIds
{
    /// <param name="now">Entry to group.</param>
    /// <param name="had">Entry to the release in which it stood before, where it stood in one.</param>
    /// <returns>Group to release id; groups that need a new one are left out.</returns>
    public static IReadOnlyDictionary<long, long> Of(IReadOnlyDictionary<long, long> now, IReadOnlyDictionary<long, long> had)
    {
        var kept = new Dictionary<long, long>();
        var taken = new HashSet<long>();
        foreach (var (group, release, _) in Overlaps(now, had))
        {
            if (!kept.ContainsKey(group) && taken.Add(release))
            {
                kept.Add(group, release);
            }
        }

        return kept;
    }

    /// <returns>For each release that lost its id, the group that took most of its entries.</returns>
    public static IReadOnlyDictionary<long, long> Lost(IReadOnlyDictionary<long, long> now, IReadOnlyDictionary<long, long> had)
    {
        var kept = Of(now, had).Values.ToHashSet();
        return Overlaps(now, had).Where(overlap => !kept.Contains(overlap.Release))
            .DistinctBy(overlap => overlap.Release)
            .ToDictionary(overlap => overlap.Release, overlap => overlap.Group);
    }

    private static List<(long Group, long Release, int Entries)> Overlaps(IReadOnlyDictionary<long, long> now, IReadOnlyDictionary<long, long> had) =>
        [.. now.Where(entry => had.ContainsKey(entry.Key))
            .GroupBy(entry => (Group: entry.Value, Release: had[entry.Key]))
            .Select(same => (same.Key.Group, same.Key.Release, Entries: same.Count()))
            .OrderByDescending(overlap => overlap.Entries).ThenBy(overlap => overlap.Release).ThenBy(overlap => overlap.Group)];
}
