using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>All releases that hang together with an entry, link by link: what its arrival may change.</summary>
internal static class Neighbourhood
{
    // Grows no further from here; what lies beyond stays as it was placed.
    private const int MostEntries = 150;

    public static IReadOnlyList<Group> Around(StoredMembers stored, Member entry, IReadOnlyList<Group> groups, IReadOnlyList<Verdict> verdicts)
    {
        var reached = Linking(entry, groups, verdicts).ToDictionary(group => group.Id);
        var open = new Queue<Group>(reached.Values);
        while (open.TryDequeue(out var group) && reached.Values.Sum(known => known.Members.Count) < MostEntries)
        {
            foreach (var next in Beside(stored, group).Where(next => reached.TryAdd(next.Id, next)))
            {
                open.Enqueue(next);
            }
        }

        return [.. reached.Values];
    }

    /// <summary>The releases that a release's members could as well be put to, and those of the entries that could be put to it.</summary>
    private static IEnumerable<Group> Beside(StoredMembers stored, Group group) =>
        group.Members.SelectMany(member => Linking(stored, member))
            .Concat(Memberships.ReleasesNear(stored.Connection, group.Id).Select(release => stored.Release(release, besides: [])));

    private static IEnumerable<Group> Linking(StoredMembers stored, Member member)
    {
        var verdicts = Verdicts.On(stored.Connection, [member.EntryId]);
        return Linking(member, Neighbours.Of(stored, member, verdicts), verdicts);
    }

    private static IEnumerable<Group> Linking(Member entry, IReadOnlyList<Group> groups, IReadOnlyList<Verdict> verdicts) =>
        groups.Where(group => Linked.Are(entry, group, verdicts));
}
