namespace DigestWorker.Bench;

/// <summary>One measured figure beside the most that it may be.</summary>
/// <param name="What">The same in every run, so that runs can be set side by side.</param>
/// <param name="Limit">Null for what is only set beside earlier runs.</param>
internal sealed record Measure(string What, double Value, double? Limit, string Unit)
{
    /// <summary>What else this run has shown.</summary>
    public string Detail { get; init; } = "";
}
