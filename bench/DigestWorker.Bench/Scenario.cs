namespace DigestWorker.Bench;

/// <summary>Something that is measured, whole.</summary>
internal sealed record Scenario(string Name, Func<Task<Measure[]>> RunAsync)
{
    /// <summary>Takes many minutes or some gigabytes, and runs only when it is named.</summary>
    public bool IsLong { get; init; }
}
