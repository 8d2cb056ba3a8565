namespace DigestWorker.Bench;

/// <summary>Something that is measured, whole.</summary>
internal sealed record Scenario(string Name, Func<Task<Measure[]>> RunAsync)
{
    /// <summary>Takes many minutes or some gigabytes, and runs only when it is named.</summary>
    public bool IsLong { get; init; }

    /// <summary>The database that it runs on, where that may be either.</summary>
    public string? Database { get; init; }

    /// <summary>What a baseline knows it by.</summary>
    public string Key => Database is null ? Name : $"{Name}, {Database}";
}
