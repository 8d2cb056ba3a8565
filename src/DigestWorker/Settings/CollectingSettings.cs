using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>How much of the network and of a source's answer one run may use.</summary>
internal sealed class CollectingSettings
{
    [Description("Sources read at the same time.")]
    [Range(1, 64)]
    public int Concurrency { get; init; } = 8;

    [Description("Sources read at the same time from one host.")]
    [Range(1, 16)]
    public int ConcurrencyPerHost { get; init; } = 2;

    [Description("Seconds from the start of one request to a host to the start of the next.")]
    [Range(0, 60)]
    public int SecondsBetweenRequests { get; init; } = 1;

    [Description("Whether sources may be on this machine or in its network. Otherwise such addresses are refused, whatever name or redirect leads to them. In either case no proxy is used: it would look names up out of reach of that check.")]
    public bool AllowPrivateAddresses { get; init; }

    [Description("Seconds for one source, from connecting to the last byte.")]
    [Range(1, 600)]
    public int TimeoutSeconds { get; init; } = 60;

    [Description("The largest answer that is read, unpacked, in megabytes.")]
    [Range(1, 100)]
    public int MaxMegabytes { get; init; } = 10;

    [Description("The largest number of entries taken from one answer.")]
    [Range(1, 10_000)]
    public int MaxEntries { get; init; } = 1000;

    [Description("Who asks, told to each server in the User-Agent: an address or page where the admin can be reached, such as digest@example.org.")]
    public string? Contact { get; init; }
}
