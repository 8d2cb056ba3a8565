using DigestWorker.Domain;
using DigestWorker.Pipeline.Care;
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

    /// <summary>The newest backup that the service made; null where there is none.</summary>
    public required BackupFile? Backup { get; init; }

    /// <summary>What the admin has to look at, in words; empty where nothing is.</summary>
    public IReadOnlyList<string> Troubles =>
    [
        .. Pause is { } pause ? [$"Nothing is sent: {pause.Reason}."] : Array.Empty<string>(),
        .. Edition is { Open: > 0 } edition && Pause is null && Queue.Oldest is { } oldest && At - oldest > LongestWait
            ? [$"Of edition {edition.Week} {edition.Open} digests have waited since {oldest:yyyy-MM-dd HH:mm} UTC."]
            : Array.Empty<string>(),
        .. Sources.Where(source => !IsWell(source.State)).Select(source => $"Source {source.Name}: {source.Reason ?? source.State.ToString().ToLowerInvariant()}"),
        .. Checks.Where(check => !check.IsGood).Select(check => $"{check.Name}: {check.Words}"),
    ];

    public static bool IsWell(SourceState state) => state is SourceState.Working or SourceState.New or SourceState.Waiting;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);
}

/// <param name="What">"collect", "publish".</param>
internal sealed record NextRun(string What, DateTimeOffset At);

/// <param name="IsGood">False where the admin has something to do.</param>
internal sealed record CheckResult(string Name, bool IsGood, string Words);
