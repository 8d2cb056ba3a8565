namespace DigestWorker.Pipeline;

internal enum ReadState
{
    Read,
    Unchanged,
    Failed,
}

/// <summary>What came of one source in one run.</summary>
/// <param name="Reason">Why it failed, in the admin's words; null otherwise.</param>
/// <param name="Remarks">What the reader had to mend or leave out.</param>
internal sealed record SourceOutcome(
    string Source, ReadState State, StoredCounts Counts, IReadOnlyList<string> Remarks, string? Reason)
{
    /// <summary>When the schedule asks an unchanged source again; null for its next turn.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    public static SourceOutcome Unchanged(string source, DateTimeOffset? nextTryAt) =>
        new(source, ReadState.Unchanged, new StoredCounts(), [], null) { NextTryAt = nextTryAt };

    public static SourceOutcome Failed(string source, string reason) => new(source, ReadState.Failed, new StoredCounts(), [], reason);
}

/// <summary>What came of collecting: each source, in the order of the settings, and what was matched afterwards.</summary>
internal sealed record CollectReport(IReadOnlyList<SourceOutcome> Sources, MatchReport Matched);
