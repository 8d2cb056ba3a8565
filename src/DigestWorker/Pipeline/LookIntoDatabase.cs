using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Looks into the database file once a week, and every day once it is not sound.</summary>
internal sealed partial class LookIntoDatabase(DatabaseChecks checks, TimeProvider time, ILogger<LookIntoDatabase> logger)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(6.5);

    public void Run()
    {
        var now = time.GetUtcNow();
        if (checks.Last() is { Fault: null } last && last.At <= now && now - last.At < Week)
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
