namespace DigestWorker.Domain;

public enum DeliveryState
{
    Queued,
    Sending,
    Sent,
    Unknown,
    Deferred,
    Failed,
    Suppressed,
    Held,
}

/// <summary>The sending of one digest to one address.</summary>
/// <param name="MessageId">The same on every try, so that a copy can be recognised; without angle brackets.</param>
public sealed record Delivery(long Id, long DigestId, string Recipient, string MessageId, DeliveryState State, int Attempts);
