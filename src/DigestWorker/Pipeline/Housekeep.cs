using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Takes away what is older than the settings keep. Entries lose their text and stay known.</summary>
internal sealed partial class Housekeep(DigestSettings settings, Database database, LookIntoDatabase look, ApplyRetention retention, Rewriting rewriting, TimeProvider time, ILogger<Housekeep> logger)
{
    public void Run()
    {
        look.Run();
        if (settings.Storage.KeepMonths > 0)
        {
            var before = time.GetUtcNow().AddMonths(-settings.Storage.KeepMonths);
            Pruned(database.InTransaction(connection => Entries.Prune(connection, before, settings.WatchedSources), WriteQueue.Entries));
        }

        retention.Run();
        if (rewriting.IsDue && !rewriting.Run())
        {
            NotRewritten();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Housekeeping took the text of {Entries} old entries")]
    private partial void Pruned(int entries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be written anew after an erasure; the next housekeeping tries again")]
    private partial void NotRewritten();
}
