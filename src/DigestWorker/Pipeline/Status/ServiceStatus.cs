using DigestWorker.Domain;
using DigestWorker.Pipeline.Care;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Status;

/// <summary>How the service is, on one page.</summary>
internal sealed record ServiceStatus
{
    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<NextRun> NextRuns { get; init; }

    /// <summary>The newest edition; null before the first.</summary>
    public required EditionReport? Edition { get; init; }

    /// <summary>Why sending stopped; null since mail goes through.</summary>
    public required SendingPause? Pause { get; init; }

    public required Queue Queue { get; init; }

    public required IReadOnlyDictionary<SubscriberState, int> Subscribers { get; init; }

    public required IReadOnlyList<SourceHealth> Sources { get; init; }

    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>The newest backup that the service made; null where there is none.</summary>
    public required BackupFile? Backup { get; init; }

    /// <summary>What the admin has to look at, in words; empty where nothing is.</summary>
    public required IReadOnlyList<string> Troubles { get; init; }

    public static ServiceStatus BeforeTheFirstRun(DateTimeOffset now, IReadOnlyList<NextRun> nextRuns, DigestSettings settings) => new()
    {
        At = now,
        NextRuns = nextRuns,
        Edition = null,
        Pause = null,
        Queue = new Queue(0, 0, null),
        Subscribers = new Dictionary<SubscriberState, int>(),
        Sources = [.. settings.Sources.Select(source => new SourceHealth { Name = source.Name, State = SourceState.New })],
        Checks = [],
        Backup = null,
        Troubles = ["Nothing has run yet: 'digestworker run' starts the service."],
    };

    /// <summary>With what was looked at beside the database.</summary>
    public ServiceStatus And(IReadOnlyList<CheckResult> more) => this with
    {
        Checks = [.. Checks, .. more],
        Troubles = [.. Troubles, .. more.Where(check => check.IsTrouble).Select(check => $"{check.Name}: {check.Words}")],
    };

    public static bool IsWell(SourceState state) => state is SourceState.Working or SourceState.New or SourceState.Waiting;
}

/// <param name="What">"collect", "publish".</param>
internal sealed record NextRun(string What, DateTimeOffset At);

/// <param name="IsGood">False where the admin has something to look at.</param>
internal sealed record CheckResult(string Name, bool IsGood, string Words)
{
    /// <summary>A way to run the service that may be meant so: shown, and no trouble.</summary>
    public bool IsAdvice { get; init; }

    public bool IsTrouble => !IsGood && !IsAdvice;
}
