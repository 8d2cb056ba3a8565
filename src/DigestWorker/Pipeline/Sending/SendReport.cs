using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Sending;

/// <summary>How the deliveries of one run ended.</summary>
/// <param name="Deferred">To be tried again later, unknown ones included.</param>
internal sealed record SendReport(int Sent, int Deferred, int Failed, int Suppressed)
{
    public int Held { get; init; }

    /// <summary>Why the run ended before everything due was tried; null where it did not.</summary>
    public string? Stopped { get; init; }

    public int Total => Sent + Deferred + Failed + Suppressed + Held;

    public SendReport And(DeliveryState state) => state switch
    {
        DeliveryState.Sent => this with { Sent = Sent + 1 },
        DeliveryState.Failed => this with { Failed = Failed + 1 },
        DeliveryState.Suppressed => this with { Suppressed = Suppressed + 1 },
        DeliveryState.Held => this with { Held = Held + 1 },
        _ => this with { Deferred = Deferred + 1 },
    };
}
