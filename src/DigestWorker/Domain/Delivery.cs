namespace DigestWorker.Domain;

/// <summary>How far the sending of one digest to one address has come.</summary>
public enum DeliveryState
{
    Queued,

    /// <summary>Claimed by a sender that has not yet said what came of it.</summary>
    Sending,

    Sent,

    /// <summary>The server may have it or not; tried again under the same Message-ID.</summary>
    Unknown,

    Deferred,

    Failed,

    /// <summary>Not sent because the subscription had ended or was paused by then, or because a later digest covers it.</summary>
    Suppressed,

    Held,
}
