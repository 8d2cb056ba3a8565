using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Weighing;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>Places entries anew together. Releases keep their ids as far as can be, so that nothing sent is sent again.</summary>
internal sealed class RegroupReleases(TimeProvider time)
{
    /// <param name="members">The members of the releases that may change.</param>
    /// <param name="had">Which release each of them stands in; those that stand in none yet are left out.</param>
    /// <returns>How each came to stand where it does now, by entry.</returns>
    public IReadOnlyDictionary<long, Membership> Run(
        DbConnection connection, IReadOnlyList<Member> members, IReadOnlyDictionary<long, long> had)
    {
        var verdicts = Verdicts.On(connection, members.Select(member => member.EntryId));
        var placed = Replay.Of(members, new ReleaseChooser(PairWeigher.Default, verdicts));
        var groups = placed.ToDictionary(one => one.Member.EntryId, one => (long)one.Group);
        var releases = ReleaseIds(connection, groups, had);
        foreach (var one in placed)
        {
            Memberships.Join(connection, one.Member.EntryId, releases[one.Group], ToMembership(one.Choice));
            Memberships.ReplaceNear(connection, one.Member.EntryId, Near(connection, one, releases, had));
        }

        foreach (var (release, group) in KeptIds.Lost(groups, had))
        {
            Memberships.Merge(connection, release, releases[group]);
        }

        return placed.ToDictionary(one => one.Member.EntryId, one => ToMembership(one.Choice));
    }

    private Dictionary<long, long> ReleaseIds(DbConnection connection, Dictionary<long, long> groups, IReadOnlyDictionary<long, long> had)
    {
        var kept = KeptIds.Of(groups, had);
        return groups.Values.Distinct()
            .ToDictionary(group => group, group => kept.TryGetValue(group, out var id) ? id : Memberships.Found(connection, time.GetUtcNow()));
    }

    // Links to releases outside of what is regrouped stand as they are.
    private static IEnumerable<NearRelease> Near(
        DbConnection connection, Placed one, Dictionary<long, long> releases, IReadOnlyDictionary<long, long> had) =>
        one.Choice.Near.Select(match => NearReleases.ToNear(match) with { ReleaseId = releases[match.GroupId] })
            .Concat(Memberships.Near(connection, [one.Member.EntryId])[one.Member.EntryId]
                .Where(near => !had.Values.Contains(near.ReleaseId) && !releases.ContainsValue(near.ReleaseId)));

    public static Membership ToMembership(Choice choice) =>
        choice.Best is { } best ? new Membership(best.By, best.Score, best.Evidence) { ComparedWith = best.ComparedWith } : Membership.Founder;
}
