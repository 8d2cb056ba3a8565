namespace DigestWorker.Bench;

/// <summary>Something that is measured, whole.</summary>
internal sealed record Scenario(string Name, Func<Task<Measure[]>> RunAsync)
{
    /// <summary>Takes many minutes or some gigabytes or needs a server, and runs only when it is named.</summary>
    public bool IsLong { get; init; }

    /// <summary>The same of so little that it shows whether it works, and nothing else; null where there is none.</summary>
    public Func<Task<Measure[]>>? SmallAsync { get; init; }

    /// <summary>What it runs on, where that may differ: the database, or the transport that is built in.</summary>
    public string? On { get; init; }

    /// <summary>What a baseline knows it by.</summary>
    public string Key => On is null ? Name : $"{Name}, {On}";
}
