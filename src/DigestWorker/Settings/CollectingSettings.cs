namespace DigestWorker.Settings;

/// <summary>How much of the network and of a source's answer one run may use.</summary>
internal sealed class CollectingSettings
{
    /// <summary>Sources read at the same time, 1 to 64.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Sources read at the same time from one host, 1 to 16.</summary>
    public int ConcurrencyPerHost { get; init; } = 2;

    /// <summary>For one source, from connecting to the last byte; 1 to 600.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>The largest answer that is read, unpacked; 1 to 100.</summary>
    public int MaxMegabytes { get; init; } = 10;

    /// <summary>The largest number of entries taken from one answer; 1 to 10,000.</summary>
    public int MaxEntries { get; init; } = 1000;

    /// <summary>Who asks, told to each server in the User-Agent; an address or page where the admin can be reached.</summary>
    public string? Contact { get; init; }
}
