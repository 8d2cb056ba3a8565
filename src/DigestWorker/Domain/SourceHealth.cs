namespace DigestWorker.Domain;

public enum SourceState
{
    /// <summary>Configured, never read yet.</summary>
    New,

    Working,

    /// <summary>Read all right, but nothing new for much longer than its usual pace.</summary>
    Silent,

    /// <summary>Working, but at another address than the settings say.</summary>
    Moved,

    Failing,

    Blocked,

    /// <summary>The server asked for a pause.</summary>
    Waiting,

    Gone,

    Misconfigured,
}

/// <summary>How a source is, as the admin sees it.</summary>
public sealed record SourceHealth
{
    public required string Name { get; init; }

    public required SourceState State { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastNewEntry { get; init; }

    /// <summary>The usual time between two days with something new; null while too little is known.</summary>
    public TimeSpan? Pace { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public int Failures { get; init; }

    /// <summary>The schedule does not read it before then; null when nothing stands against it.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    public string? Reason { get; init; }

    public string? MovedTo { get; init; }

    public IReadOnlyList<string> Remarks { get; init; } = [];
}
