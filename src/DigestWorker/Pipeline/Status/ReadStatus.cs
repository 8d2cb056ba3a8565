using DigestWorker.Pipeline.Care;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Status;

/// <summary>Gathers how the service is, from the settings and the database alone: nothing is asked of the network.</summary>
/// <param name="nextRuns">When the schedule does what next, after an instant.</param>
internal sealed class ReadStatus(
    Func<DateTimeOffset, IReadOnlyList<NextRun>> nextRuns,
    Queues queues,
    Editions editions,
    EditionReports reports,
    SendingPauses pauses,
    JudgeSources judge,
    CheckInstallation check,
    ScheduledBackups backups,
    FindTroubles find,
    TimeProvider time)
{
    public ServiceStatus Run()
    {
        var now = time.GetUtcNow();
        var sources = judge.Run();
        IReadOnlyList<CheckResult> checks = [.. check.Run(), backups.Check()];
        return new ServiceStatus
        {
            At = now,
            NextRuns = nextRuns(now),
            Edition = queues.NewestEdition() is { } week && editions.Find(week) is { } edition ? reports.Of(edition) : null,
            Pause = pauses.Find(),
            Queue = queues.Find(),
            Subscribers = queues.Subscribers(),
            Sources = sources,
            Checks = checks,
            Backup = backups.Newest(),
            Troubles = [.. find.Run(sources, checks).Select(trouble => trouble.Words)],
        };
    }
}
