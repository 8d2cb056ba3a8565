using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Understands each pending entry and puts it into its release. An entry is done whole or not at all.</summary>
internal sealed partial class MatchReleases(UnderstandEntry understand, PlaceEntry place, Database database, Instruments instruments, ILogger<MatchReleases> logger)
{
    // Entries share a transaction for speed; one that is cut off simply leaves them pending.
    private const int Batch = 500;

    public MatchReport Run(CancellationToken cancellationToken)
    {
        using var span = instruments.Span("match entries");
        var report = MatchReport.Nothing;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = database.InTransaction(RunBatch, WriteQueue.Entries);
            instruments.Matched(batch);
            report = report.And(batch);
            if (batch.Entries == 0)
            {
                return report;
            }
        }
    }

    private MatchReport RunBatch(DbConnection connection)
    {
        var report = MatchReport.Nothing;
        using var stored = new StoredMembers(connection);
        var pending = PendingEntries.Next(connection, Batch);
        foreach (var (entry, understood) in pending.Zip(understand.Read(pending)))
        {
            var member = understand.Keep(stored, understood);
            report = report.And(entry.InRelease ? new MatchReport(1, 0, []) : ToReport(entry, place.Run(stored, member)));
            PendingEntries.Done(connection, entry.Id);
            if (logger.IsEnabled(LogLevel.Debug))
            {
                Placed(entry.Id, Memberships.ReleaseOf(connection, entry.Id));
            }
        }

        return report;
    }

    private static MatchReport ToReport(PendingEntry entry, Membership placed) => placed.Score is null
        ? new MatchReport(1, 1, [])
        : new MatchReport(1, 0, [new JoinedEntry(entry.Entry.Title, entry.Publisher, placed.Evidence)]);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Entry {EntryId} is in release {ReleaseId}")]
    private partial void Placed(long entryId, long? releaseId);
}

/// <param name="Entries">How many were understood.</param>
/// <param name="Releases">How many new releases they founded.</param>
internal sealed record MatchReport(int Entries, int Releases, IReadOnlyList<JoinedEntry> Joined)
{
    public static readonly MatchReport Nothing = new(0, 0, []);

    public MatchReport And(MatchReport next) =>
        new(Entries + next.Entries, Releases + next.Releases, [.. Joined, .. next.Joined]);
}

internal sealed record JoinedEntry(string Title, string Publisher, IReadOnlyList<Evidence> Because);
