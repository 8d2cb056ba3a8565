using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Traits;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>The releases that an entry may belong to, whole, found through its blocking keys and the admin's verdicts.</summary>
internal static class Neighbours
{
    // A key that more entries hold within its days tells too little to be worth following.
    private const int CommonKey = 400;

    private const int Compared = 40;

    public static IReadOnlyList<Group> Of(DbConnection connection, Member entry)
    {
        var told = Verdicts.On(connection, [entry.EntryId])
            .Where(verdict => verdict.Same)
            .Select(verdict => verdict.EntryId == entry.EntryId ? verdict.OtherId : verdict.EntryId);
        var releases = Traits.OfEntries(connection, Candidates(connection, entry).Concat(told)).Select(kept => kept.ReleaseId).OfType<long>();
        return Groups(connection, releases.Distinct());
    }

    public static IReadOnlyList<Group> Groups(DbConnection connection, IEnumerable<long> releases) =>
        [.. Traits.OfReleases(connection, releases)
            .GroupBy(kept => kept.ReleaseId!.Value)
            .Select(same => new Group(same.Key, [.. same.Select(kept => new Member(kept.EntryId, TraitText.Read(kept.Text)))]))];

    private static IEnumerable<long> Candidates(DbConnection connection, Member entry)
    {
        var weights = new Dictionary<long, double>();
        foreach (var key in BlockingKeys.Of(entry.Traits))
        {
            foreach (var holder in BlockKeys.Holders(connection, key.Hash, (entry.EntryId, entry.Traits.Day, key.Days), CommonKey))
            {
                weights[holder] = weights.GetValueOrDefault(holder) + key.Weight;
            }
        }

        return weights.OrderByDescending(holder => holder.Value).ThenBy(holder => holder.Key).Take(Compared).Select(holder => holder.Key);
    }
}
