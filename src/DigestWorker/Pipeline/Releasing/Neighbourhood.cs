using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>All releases that hang together with an entry, link by link: what its arrival may change.</summary>
internal static class Neighbourhood
{
    // Grows no further from here; what lies beyond stays as it was placed.
    private const int MostEntries = 150;

    public static IReadOnlyList<Group> Around(DbConnection connection, Member entry, IReadOnlyList<Group> groups)
    {
        var reached = Linking(connection, entry, groups).ToDictionary(group => group.Id);
        var open = new Queue<Group>(reached.Values);
        while (open.TryDequeue(out var group) && reached.Values.Sum(known => known.Members.Count) < MostEntries)
        {
            foreach (var next in Beside(connection, group).Where(next => reached.TryAdd(next.Id, next)))
            {
                open.Enqueue(next);
            }
        }

        return [.. reached.Values];
    }

    /// <summary>The releases that a release's members could as well be put to, and those of the entries that could be put to it.</summary>
    private static IEnumerable<Group> Beside(DbConnection connection, Group group) =>
        group.Members.SelectMany(member => Linking(connection, member, Neighbours.Of(connection, member)))
            .Concat(Neighbours.Groups(connection, Memberships.ReleasesNear(connection, group.Id)));

    private static IEnumerable<Group> Linking(DbConnection connection, Member entry, IReadOnlyList<Group> groups)
    {
        var verdicts = Verdicts.On(connection, [entry.EntryId]);
        return groups.Where(group => Linked.Are(entry, group, verdicts));
    }
}
