namespace DigestWorker.Domain;

/// <summary>What a mail that came in is to us.</summary>
public enum BounceKind
{
    /// <summary>The mailbox does not exist or takes no mail any more.</summary>
    Hard,

    /// <summary>Not now: put off, or the mailbox is full.</summary>
    Soft,

    /// <summary>Turned away for what the mail is or where it comes from; that says nothing against the mailbox.</summary>
    Refused,

    /// <summary>Its reader called it spam.</summary>
    Complaint,

    /// <summary>Out of office and the like; never a bounce.</summary>
    AutoReply,

    Unsubscribe,

    /// <summary>Anything else, such as a report about no delivery of ours.</summary>
    Other,
}

/// <summary>A mail that came in, without its addresses and its text.</summary>
/// <param name="Status">The enhanced status code of a bounce, as in 5.1.1.</param>
/// <param name="Tokens">What may name the delivery or, for <see cref="BounceKind.Unsubscribe"/>, the subscriber; likeliest first.</param>
public sealed record IncomingMail(BounceKind Kind, string? Status, IReadOnlyList<string> Tokens);
