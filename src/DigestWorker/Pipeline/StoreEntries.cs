using System.Data.Common;
using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Matching;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Puts what one source gave into the database, in one transaction: each entry once, whatever it is called now.</summary>
internal sealed class StoreEntries(Database database, TimeProvider time)
{
    // A publisher that changes ids at each build would otherwise add a key to each entry at every read.
    private const int MostKeys = 8;

    public StoredCounts Run(Source source, SourceRecord record, ReadResult.Read read)
    {
        var keyed = EntryKeys.Of(source, read.Entries, CanonicalUrl.Of);
        var now = time.GetUtcNow();
        return database.InTransaction(connection =>
        {
            var counts = new StoredCounts();
            foreach (var entry in keyed)
            {
                counts = StoreOne(connection, new NewEntry(record.Id, source.Publisher, entry, now, NewsAt(entry.Entry, record, now)), counts);
            }

            Sources.Succeeded(connection, record with { ETag = read.Validators?.ETag, LastModified = read.Validators?.LastModified }, now);
            return counts;
        });
    }

    // What a source holds at first sight is a baseline: news only by its own date. A date ahead waits for its day.
    private static DateTimeOffset? NewsAt(Entry entry, SourceRecord source, DateTimeOffset now) =>
        source.FirstReadAt is null ? entry.Published?.At
        : entry.Published is { } published && published.At > now ? published.At
        : now;

    private static StoredCounts StoreOne(DbConnection connection, NewEntry read, StoredCounts counts)
    {
        var candidates = Entries.Known(connection, read.SourceId, read.Keyed.Keys);
        if (SameEntry.Among(candidates, read.Keyed) is not { } known)
        {
            Entries.Add(connection, read);
            return counts with { New = counts.New + 1 };
        }

        Recognise(connection, known, read, candidates);
        return Count(known, read, counts);
    }

    private static void Recognise(DbConnection connection, KnownEntry known, NewEntry read, IReadOnlyList<KnownEntry> candidates)
    {
        if (known.KeyCount < MostKeys)
        {
            Entries.AddKeys(connection, known.Id, read.Keyed.Keys.Except(candidates.Select(candidate => candidate.Key), StringComparer.Ordinal));
        }

        if (IsOtherVersion(known, read))
        {
            Entries.Sight(connection, known.Id, read.SourceId, read.Keyed.VersionHash, read.FirstSeen);
            if (known is { IsFirstSource: true, VersionHash: not null })
            {
                Entries.Revise(connection, known.Id, read.Keyed, read.FirstSeen);
            }
        }
    }

    private static StoredCounts Count(KnownEntry known, NewEntry read, StoredCounts counts) => known switch
    {
        { VersionHash: null } => counts with { Twice = [.. counts.Twice, new SameEntryFound(read.Keyed.Entry.Title, SameEntry.Because(known))] },
        { IsFirstSource: true } when IsOtherVersion(known, read) => counts with { Revised = counts.Revised + 1 },
        _ => counts with { Known = counts.Known + 1 },
    };

    private static bool IsOtherVersion(KnownEntry known, NewEntry read) =>
        known.VersionHash is null || !known.VersionHash.AsSpan().SequenceEqual(read.Keyed.VersionHash);
}

/// <summary>What storing the entries of one read came to.</summary>
internal sealed record StoredCounts
{
    public int New { get; init; }

    public int Revised { get; init; }

    public int Known { get; init; }

    /// <summary>Entries that another source, or another row of this one, had shown already.</summary>
    public IReadOnlyList<SameEntryFound> Twice { get; init; } = [];
}

internal sealed record SameEntryFound(string Title, string Because);
