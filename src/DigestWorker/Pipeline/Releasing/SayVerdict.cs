using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>Takes an admin's word on what is one release and what is not, and regroups by it at once.</summary>
internal sealed class SayVerdict(Database database, RegroupReleases regroup, TimeProvider time)
{
    /// <summary>All entries of two releases are one release.</summary>
    /// <returns>The id under which they stand from now on; null where one of the releases is not known.</returns>
    public long? Join(long release, long other) => database.InTransaction(connection =>
    {
        var had = Memberships.StandIn(connection, [release, other]);
        var (ones, others) = (EntriesOf(had, release), EntriesOf(had, other));
        if (ones.Count == 0 || others.Count == 0 || release == other)
        {
            return (long?)null;
        }

        Say(connection, others.SelectMany(entry => ones.Select(one => new Verdict(one, entry, Same: true))));
        Regroup(connection, had);
        return Memberships.ReleaseOf(connection, ones[0]);
    },
    WriteQueue.Entries);

    /// <summary>An entry does not belong with the others of its release.</summary>
    /// <returns>The release in which it stands from now on; null where it stands alone already, or is not known.</returns>
    public long? Split(long entry) => database.InTransaction(connection =>
    {
        if (Memberships.ReleaseOf(connection, entry) is not { } release
            || Memberships.StandIn(connection, [release]) is not { Count: > 1 } had)
        {
            return (long?)null;
        }

        Say(connection, had.Keys.Where(other => other != entry).Select(other => new Verdict(entry, other, Same: false)));
        Regroup(connection, had);
        return Memberships.ReleaseOf(connection, entry);
    },
    WriteQueue.Entries);

    private static List<long> EntriesOf(IReadOnlyDictionary<long, long> had, long release) =>
        [.. had.Where(pair => pair.Value == release).Select(pair => pair.Key).Order()];

    private void Say(DbConnection connection, IEnumerable<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            Verdicts.Say(connection, verdict, time.GetUtcNow());
        }
    }

    private void Regroup(DbConnection connection, IReadOnlyDictionary<long, long> had)
    {
        using var stored = new StoredMembers(connection);
        regroup.Run(connection, stored.Of(had.Keys), had);
    }
}
