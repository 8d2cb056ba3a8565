using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;

namespace DigestWorker.Pipeline.Sharing;

/// <summary>Has sources read, what they give matched, and alerts written: by this process, or by all workers that share the database.</summary>
internal sealed class CollectRound(
    DigestSettings settings, CollectEntries collect, WriteAlerts writeAlerts, Sources sources, SourceTurns turns, TakeSourceTurns take, TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>Ends when all of it is done, whoever did it.</summary>
    /// <param name="readSince">Leaves out, where several workers share the database, what another one has read since.</param>
    public async Task RunAsync(IReadOnlyList<Source> wanted, DateTimeOffset? readSince, CancellationToken cancellationToken)
    {
        if (settings.Storage.Provider == StorageProvider.Sqlite)
        {
            await collect.RunAsync(wanted, progress: null, cancellationToken);
            writeAlerts.Run(cancellationToken);
            return;
        }

        turns.Open(wanted.Zip(sources.Remember(wanted)), readSince);
        while (await take.RunAsync(cancellationToken))
        {
            await Task.Delay(Again, time, cancellationToken);
        }
    }
}
