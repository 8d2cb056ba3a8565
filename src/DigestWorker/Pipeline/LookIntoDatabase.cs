using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline;

/// <summary>Looks into the database file once a week, and every day once it is not sound.</summary>
internal sealed partial class LookIntoDatabase(Database database, DatabaseChecks checks, TimeProvider time, ILogger<LookIntoDatabase> logger)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(6.5);

    public void Run()
    {
        // A server looks after its own files.
        var now = time.GetUtcNow();
        if (database is not SqliteDatabase || (checks.Last() is { Fault: null } last && last.At <= now && now - last.At < Week))
        {
            return;
        }

        if (checks.Look(now).Fault is { } fault)
        {
            NotSound(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database is damaged: {Fault}")]
    private partial void NotSound(string fault);
}
