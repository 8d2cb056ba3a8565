using System.Data.Common;
using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Matching;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Understands each pending entry and puts it into its release. An entry is done whole or not at all.</summary>
internal sealed class MatchReleases(DigestSettings settings, EntryClassifier classifier, Database database, TimeProvider time)
{
    // Entries share a transaction for speed; one that is cut off simply leaves them pending.
    private const int Batch = 200;

    private readonly Dictionary<string, Source> _sources =
        settings.Sources.ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);

    public MatchReport Run(CancellationToken cancellationToken)
    {
        var report = new MatchReport(0, 0, []);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = database.InTransaction(RunBatch);
            report = report.And(batch);
            if (batch.Entries == 0)
            {
                return report;
            }
        }
    }

    private MatchReport RunBatch(DbConnection connection)
    {
        var report = new MatchReport(0, 0, []);
        foreach (var entry in PendingEntries.Next(connection, Batch))
        {
            var understanding = classifier.Understand(entry.Entry, SourceOf(entry));
            Labels.Replace(connection, entry.Id, understanding);
            UpcomingEvents.Replace(connection, entry.Id, understanding.Ahead, time.GetUtcNow());
            report = report.And(entry.InRelease ? new MatchReport(1, 0, []) : Match(connection, entry));
            PendingEntries.Done(connection, entry.Id);
        }

        return report;
    }

    private MatchReport Match(DbConnection connection, PendingEntry entry)
    {
        foreach (var twin in PendingEntries.Twins(connection, entry))
        {
            if (SameText.Join(twin, new TextTwin(0, entry.Publisher, entry.Day)) is { } because)
            {
                PendingEntries.Join(connection, entry.Id, twin.ReleaseId, because);
                return new MatchReport(1, 0, [new JoinedEntry(entry.Entry.Title, entry.Publisher, because)]);
            }
        }

        PendingEntries.Join(connection, entry.Id, PendingEntries.FoundRelease(connection, time.GetUtcNow()), []);
        return new MatchReport(1, 1, []);
    }

    // A source may have left the settings since it was read.
    private Source SourceOf(PendingEntry entry) =>
        _sources.GetValueOrDefault(entry.Source)
        ?? new Source(entry.Source, SourceKind.Feed, entry.Entry.Url ?? new Uri("about:blank"), entry.Publisher, [], []);
}

/// <param name="Entries">How many were understood.</param>
/// <param name="Releases">How many new releases they founded.</param>
internal sealed record MatchReport(int Entries, int Releases, IReadOnlyList<JoinedEntry> Joined)
{
    public MatchReport And(MatchReport next) =>
        new(Entries + next.Entries, Releases + next.Releases, [.. Joined, .. next.Joined]);
}

internal sealed record JoinedEntry(string Title, string Publisher, IReadOnlyList<string> Because);
