using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Matching;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>What becomes of an entry that is known already: nothing, a further source that shows it, or a revision.</summary>
internal static class RecogniseEntry
{
    // A publisher that changes ids at each build would otherwise add a key to each entry at every read.
    public const int MostKeys = 8;

    public static Recognised Run(DbConnection connection, KnownEntry known, NewEntry read, SourceVisit visit)
    {
        if (known.KeyCount < MostKeys)
        {
            Entries.AddKeys(connection, known.Id, read.Keyed.Keys);
        }

        if (visit.TakesOver(known))
        {
            var kept = KnownContent.KeptWhole(read.Keyed, Entries.Stored(connection, known.Id));
            Entries.TakeOver(connection, known.Id, read with { Keyed = kept });
        }

        var isOtherVersion = known.VersionHash is null || !known.VersionHash.AsSpan().SequenceEqual(read.Keyed.VersionHash);
        var revision = ReviseEntry.Run(connection, known, read, new Revising(isOtherVersion && known is { KeepsText: true, VersionHash: not null }, visit.IsStanding) { IsNext = visit.IsNext });
        if (isOtherVersion && revision is not (RevisionOutcome.Suspicious or RevisionOutcome.Succeeded))
        {
            Entries.Sight(connection, known.Id, read);
        }

        return new Recognised(read.Keyed, known, revision);
    }
}

internal sealed record Recognised(KeyedEntry Read, KnownEntry Known, RevisionOutcome Revision)
{
    private string Title => Read.Entry.Title;

    // One whose date moves on collects keys too, but its id still leads to it.
    private bool IsRestless => Known.KeyCount >= RecogniseEntry.MostKeys && Known.Key != Read.Keys[0];

    public StoredCounts AddedTo(StoredCounts counts) => (Revision, Known) switch
    {
        (RevisionOutcome.Suspicious, _) => counts with { Suspicious = [.. counts.Suspicious, Title] },
        (RevisionOutcome.Substantive or RevisionOutcome.Silent or RevisionOutcome.Succeeded, _) => counts with { Revised = counts.Revised + 1 },
        (_, { VersionHash: not null }) when SameEntry.HasNewNames(Known) => counts with { Renamed = counts.Renamed + 1, Known = counts.Known + 1 },
        (_, { VersionHash: not null }) when IsRestless => counts with { Restless = counts.Restless + 1, Known = counts.Known + 1 },
        (_, { VersionHash: null }) => counts with { Twice = [.. counts.Twice, new SameEntryFound(Title, SameEntry.Because(Known))] },
        _ => counts with { Known = counts.Known + 1 },
    };
}
