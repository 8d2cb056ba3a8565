using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Weighing;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>The releases that an entry may belong to, found through its blocking keys and the admin's verdicts.</summary>
internal static class Neighbours
{
    // A key that more entries hold within its days tells too little to be worth following, unless it means the same text.
    private const int CommonKey = 400, CommonWord = 100;

    private const double TellingWeight = 3;

    private const int Compared = 40, MostReleases = 10;

    /// <param name="verdicts">Those on the entry.</param>
    public static IReadOnlyList<Group> Of(StoredMembers stored, Member entry, IReadOnlyList<Verdict> verdicts)
    {
        var told = verdicts.Select(verdict => verdict.EntryId == entry.EntryId ? verdict.OtherId : verdict.EntryId)
            .ToLookup(stored.Placing.ReleaseOf);
        return [.. Likely(stored, entry).Concat(told.Select(same => same.Key)).OfType<long>().Distinct()
            .Select(release => stored.Release(release, besides: told[release]))];
    }

    private static IEnumerable<long?> Likely(StoredMembers stored, Member entry) =>
        stored.Of(Candidates(stored, entry))
            .Select(candidate => (candidate.EntryId, PairWeigher.Default.Weigh(entry.Traits, candidate.Traits).Score))
            .Where(candidate => candidate.Score >= ReleaseChooser.Possible)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => stored.Placing.ReleaseOf(candidate.EntryId))
            .Distinct()
            .Take(MostReleases);

    private static IEnumerable<long> Candidates(StoredMembers stored, Member entry)
    {
        var weights = new Dictionary<long, double>();
        foreach (var key in BlockingKeys.Of(entry.Traits))
        {
            foreach (var holder in Holders(stored, entry, key))
            {
                weights[holder] = weights.GetValueOrDefault(holder) + key.Weight;
            }
        }

        return weights.OrderByDescending(holder => holder.Value).ThenBy(holder => holder.Key).Take(Compared).Select(holder => holder.Key);
    }

    private static IEnumerable<long> Holders(StoredMembers stored, Member entry, BlockingKey key) =>
        entry.Traits.NewsDays().SelectMany(day => Holders(stored, entry, key, day)).Distinct();

    private static IReadOnlyList<long> Holders(StoredMembers stored, Member entry, BlockingKey key, int day)
    {
        var days = (day - key.Days, day + key.Days);
        var common = key.Weight < TellingWeight ? CommonWord : CommonKey;
        return !key.MeansSameText && stored.Placing.MoreHold(key.Hash, days, common) ? [] : stored.Placing.Holders(key.Hash, days, entry.EntryId, CommonKey);
    }
}
