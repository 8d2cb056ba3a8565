using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>How much of the network and of a source's answer one run may use.</summary>
internal sealed class CollectingSettings
{
    /// <summary>Sources read at the same time.</summary>
    [Range(1, 64)]
    public int Concurrency { get; init; } = 8;

    /// <summary>Sources read at the same time from one host.</summary>
    [Range(1, 16)]
    public int ConcurrencyPerHost { get; init; } = 2;

    /// <summary>From the start of one request to a host to the start of the next.</summary>
    [Range(0, 60)]
    public int SecondsBetweenRequests { get; init; } = 1;

    /// <summary>
    /// Whether sources may be on this machine or in its network. Otherwise such addresses are refused, whatever name or redirect
    /// leads to them. In either case no proxy is used: it would look names up out of reach of that check.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>For one source, from connecting to the last byte.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>The largest answer that is read, unpacked.</summary>
    [Range(1, 100)]
    public int MaxMegabytes { get; init; } = 10;

    /// <summary>The largest number of entries taken from one answer.</summary>
    [Range(1, 10_000)]
    public int MaxEntries { get; init; } = 1000;

    /// <summary>Who asks, told to each server in the User-Agent; an address or page where the admin can be reached.</summary>
    public string? Contact { get; init; }
}
