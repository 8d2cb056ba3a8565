namespace DigestWorker.Domain;

/// <summary>What is kept of a read that went well.</summary>
/// <param name="NextTryAt">The schedule does not read the source again before then; null for at the next turn.</param>
/// <param name="Remarks">In the admin's words; shown until the next read.</param>
public sealed record SourceSuccess(
    SourceRecord Read, DateTimeOffset At, DateTimeOffset? NextTryAt, bool HasNew, string? MovedTo, IReadOnlyList<string> Remarks);

/// <summary>What is kept of a read that failed.</summary>
public sealed record SourceFailure(long Id, DateTimeOffset At, DateTimeOffset NextTryAt, Trouble Trouble, string Reason);
