using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>Understands and places everything stored anew, as the rules are now, and tells what that changes.</summary>
internal sealed class RematchReleases(Database database, UnderstandEntry understand, PlaceEntry place)
{
    private const int Batch = 500;

    /// <param name="apply">When false, all is taken back in the end.</param>
    public RematchReport Run(bool apply, IProgress<int>? progress, CancellationToken cancellationToken) =>
        database.InTransaction(connection => Run(connection, progress, cancellationToken), keep: apply, WriteQueue.Entries);

    private RematchReport Run(DbConnection connection, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var had = Rematching.Begin(connection);
        var entries = 0;
        using var stored = new StoredMembers(connection);
        while (Rematching.Waiting(connection, Batch) is { Count: > 0 } waiting)
        {
            foreach (var (entry, understood) in waiting.Zip(understand.Read(waiting)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                place.Run(stored, understand.Keep(stored, understood));
                Rematching.Placed(connection, entry.Id);
            }

            progress?.Report(entries += waiting.Count);
        }

        Rename(connection, had);
        return new RematchReport(entries, Changes(connection, had));
    }

    /// <summary>Gives the new releases the ids that their entries had before.</summary>
    private static void Rename(DbConnection connection, IReadOnlyDictionary<long, long> had)
    {
        var now = Rematching.StandNow(connection);
        var ids = KeptIds.Of(now, had);
        var lost = KeptIds.Lost(now, had);
        foreach (var (made, kept) in ids.Where(pair => pair.Key != pair.Value))
        {
            Rematching.Rename(connection, made, kept);
        }

        foreach (var (release, made) in lost)
        {
            Memberships.Merge(connection, release, ids.TryGetValue(made, out var kept) ? kept : made);
        }
    }

    private static IReadOnlyList<RematchChange> Changes(DbConnection connection, IReadOnlyDictionary<long, long> had) =>
        [.. Rematching.StandNow(connection)
            .Where(now => had.TryGetValue(now.Key, out var before) && before != now.Value)
            .Select(now => new RematchChange(now.Key, Rematching.TitleOf(connection, now.Key), had[now.Key], now.Value))];
}

internal sealed record RematchReport(int Entries, IReadOnlyList<RematchChange> Changes);

internal sealed record RematchChange(long EntryId, string Title, long Before, long Now);
