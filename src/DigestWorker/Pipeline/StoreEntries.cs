using System.Data.Common;
using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Matching;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Puts what one source gave into the database, in one transaction: each entry once, whatever it is called now.</summary>
internal sealed class StoreEntries(DigestSettings settings, NextTexts nextTexts, Database database, TimeProvider time)
{
    /// <returns>Those of the entries whose text is not stored yet, or not as their publisher has updated it since.</returns>
    public IReadOnlySet<Entry> Unread(Source source, SourceRecord record, IReadOnlyList<Entry> entries)
    {
        var visit = new SourceVisit(source, record, time.GetUtcNow());
        using var connection = database.Open();
        return entries.Zip(visit.Recognise(connection, EntryKeys.Of(source, entries, CanonicalUrl.Of)))
            .Where(pair => pair.Second is not { } known || (known.KeepsText && MajorUpdates.NewOf(connection, known.Id, pair.First).Count > 0))
            .Select(pair => pair.First)
            .ToHashSet<Entry>(ReferenceEqualityComparer.Instance);
    }

    public async Task<StoredCounts> RunAsync(Source source, SourceRecord record, CompletedRead completed, CancellationToken cancellationToken)
    {
        var keyed = Keyed(source, completed);
        return await database.InTransactionAsync(
            connection =>
            {
                var counts = WithGap(source, record, StoreAll(connection, Visit(source, record, Now(connection)), keyed));
                if (counts.Fault(source) is null)
                {
                    Sources.Succeeded(connection, Success(connection, record, completed.Read, counts));
                }

                return counts;
            },
            WriteQueue.Entries,
            cancellationToken);
    }

    // Only these hold the newest few, whenever they are asked.
    private static StoredCounts WithGap(Source source, SourceRecord record, StoredCounts counts) =>
        source.Kind is SourceKind.Feed or SourceKind.PageList && record is { FirstReadAt: not null, Failures: > 0 } && counts.IsAllNew
            ? counts with { HasGap = true }
            : counts;

    private SourceVisit Visit(Source source, SourceRecord record, DateTimeOffset now) => new(source, record, now)
    {
        OtherWatches = source.IsWatched ? Names(settings.Sources.Where(other => OutweighsOrEquals(other, source))) : null,
        Rows = Names(settings.Sources),
        IsNext = (before, after, change) => nextTexts.Are(source, (before, after), change),
    };

    // A line of a list tells less than the page that it leads to.
    private static bool OutweighsOrEquals(Source other, Source source) =>
        other.IsWatched && (other.IsOnePage || !source.IsOnePage) && !other.Name.Equals(source.Name, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Names(IEnumerable<Source> sources) => sources.Select(source => source.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // Never before the last cut-off, even where the clock was put back or an edition was begun a moment ago: no window would hold it.
    private DateTimeOffset Now(DbConnection connection) =>
        Editions.NewestCutOff(connection) is { } cutOff && cutOff > time.GetUtcNow() ? cutOff : time.GetUtcNow();

    // Recognised by what the source itself gave: a page's text is fetched once and must not look like a revision at the next read.
    private static IReadOnlyList<KeyedEntry> Keyed(Source source, CompletedRead completed) =>
        [.. EntryKeys.Of(source, completed.Read.Entries, CanonicalUrl.Of).Zip(completed.Entries, (keyed, entry) =>
            ReferenceEquals(keyed.Entry, entry) ? keyed : keyed with { Entry = entry, ContentHash = ContentHash.Of(new EntryWords(entry)) })];

    private SourceSuccess Success(DbConnection connection, SourceRecord record, ReadResult.Read read, StoredCounts counts) => new(
        record with { ETag = read.Validators?.ETag, LastModified = read.Validators?.LastModified },
        time.GetUtcNow(),
        Pace.AfterSuccess(read, Pace.Usual(connection, record.Id), time.GetUtcNow()),
        counts.New > 0,
        read.MovedTo?.AbsoluteUri,
        [.. read.Remarks, .. counts.Oddities()]);

    private static StoredCounts StoreAll(DbConnection connection, SourceVisit visit, IReadOnlyList<KeyedEntry> read)
    {
        var recognised = visit.Recognise(connection, read);
        var newsRule = visit.RuleFor(recognised.Count(known => known is null));
        var newcomers = new Newcomers(visit, recognised);
        using var inserts = new EntryInserts(connection);
        var counts = new StoredCounts { IsFlood = newsRule.IsFlood };
        foreach (var (entry, known) in read.Zip(recognised))
        {
            var arrived = visit.Arrived(entry, newsRule.NewsAt(entry.Entry));
            counts = (known ?? newcomers.Recognise(connection, entry)) is { } same
                ? RecogniseEntry.Run(connection, same, arrived, visit).AddedTo(counts)
                : Add(connection, inserts, arrived, counts);
        }

        return counts;
    }

    private static StoredCounts Add(DbConnection connection, EntryInserts inserts, NewEntry entry, StoredCounts counts)
    {
        var id = inserts.Add(entry);
        foreach (var note in MajorUpdates.Of(entry.Keyed.Entry))
        {
            Revisions.Add(connection, new NewRevision(id, new Revision(note.At, Substantive: false, "", note.Text), note.At, null));
        }

        return counts with { New = counts.New + 1 };
    }
}

/// <param name="Read">As the source gave it.</param>
/// <param name="Entries">The same entries in the same order, some with the text of their page.</param>
internal sealed record CompletedRead(ReadResult.Read Read, IReadOnlyList<Entry> Entries);
