using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Status;

/// <summary>How the service is, on one page.</summary>
internal sealed record ServiceStatus
{
    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<NextRun> NextRuns { get; init; }

    /// <summary>The newest edition; null before the first.</summary>
    public required EditionReport? Edition { get; init; }

    /// <summary>Why nothing is sent at present; null where nothing is in the way.</summary>
    public required SendingPause? Pause { get; init; }

    public required Queue Queue { get; init; }

    public required IReadOnlyDictionary<SubscriberState, int> Subscribers { get; init; }

    public required IReadOnlyList<SourceHealth> Sources { get; init; }

    public required IReadOnlyList<CheckResult> Checks { get; init; }
}

/// <param name="What">"collect", "publish".</param>
internal sealed record NextRun(string What, DateTimeOffset At);

/// <param name="IsGood">False where the admin has something to do.</param>
internal sealed record CheckResult(string Name, bool IsGood, string Words);
