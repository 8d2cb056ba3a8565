using System.Data.Common;
using DigestWorker.Classifying.Changes;
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
        if (visit.TakesOver(known) && !TakeOver(connection, known, read, visit))
        {
            return new Recognised(read.Keyed, known, RevisionOutcome.Suspicious);
        }

        var isOtherVersion = known.VersionHash is null || !known.VersionHash.AsSpan().SequenceEqual(read.Keyed.VersionHash);
        var revision = ReviseEntry.Run(connection, known, read, new Revising(isOtherVersion && known is { KeepsText: true, VersionHash: not null }, visit.IsStanding) { IsNext = visit.IsNext });
        if (revision is not (RevisionOutcome.Suspicious or RevisionOutcome.Succeeded))
        {
            Keep(connection, known, read, isOtherVersion);
        }

        return new Recognised(read.Keyed, known, revision);
    }

    /// <returns>False where the text looks like a failed fetch.</returns>
    private static bool TakeOver(DbConnection connection, KnownEntry known, NewEntry read, SourceVisit visit)
    {
        var stored = Entries.Stored(connection, known.Id);
        var kept = KnownContent.KeptWhole(read.Keyed, stored);
        // To give its row another name is how the admin says that a page is short now.
        if (FailedFetch.Sign(VersionText.Of(stored, visit.IsStanding), VersionText.Of(kept.Entry, visit.IsStanding), mayShrink: visit.IsLeft(known)) is not null)
        {
            return false;
        }

        Entries.TakeOver(connection, known.Id, read with { Keyed = kept });
        return true;
    }

    private static void Keep(DbConnection connection, KnownEntry known, NewEntry read, bool isOtherVersion)
    {
        if (known.KeyCount < MostKeys)
        {
            Entries.AddKeys(connection, known.Id, read.Keyed.Keys);
        }

        if (isOtherVersion)
        {
            Entries.Sight(connection, known.Id, read);
        }
    }
}

internal sealed record Recognised(KeyedEntry Read, KnownEntry Known, RevisionOutcome Revision)
{
    private string Title => Read.Entry.Title;

    // One whose date moves on collects keys too, but its id still leads to it.
    private bool IsRestless => Known.KeyCount >= RecogniseEntry.MostKeys && Known.Key != Read.Keys[0];

    public StoredCounts AddedTo(StoredCounts counts) => (Revision, Known) switch
    {
        (RevisionOutcome.Suspicious, _) => counts with { Suspicious = [.. counts.Suspicious, new SuspiciousText(Title, Known.KeepsText ? null : Known.Source)] },
        (RevisionOutcome.Substantive or RevisionOutcome.Silent or RevisionOutcome.Succeeded, _) => counts with { Revised = counts.Revised + 1 },
        (_, { VersionHash: not null }) when SameEntry.HasNewNames(Known) => counts with { Renamed = counts.Renamed + 1, Known = counts.Known + 1 },
        (_, { VersionHash: not null }) when IsRestless => counts with { Restless = counts.Restless + 1, Known = counts.Known + 1 },
        (_, { VersionHash: null }) => counts with { Twice = [.. counts.Twice, new SameEntryFound(Title, SameEntry.Because(Known))] },
        _ => counts with { Known = counts.Known + 1 },
    };
}
