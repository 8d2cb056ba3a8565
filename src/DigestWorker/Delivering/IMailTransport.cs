namespace DigestWorker.Delivering;

/// <summary>Takes one message for one recipient and says how far it came. Never throws for what a server does.</summary>
internal interface IMailTransport : IAsyncDisposable
{
    Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>
    /// Tells which mail is likely to follow the one that is sent next, so that a transport may begin on it early. Nobody gets
    /// it before it is sent, and it need not be.
    /// </summary>
    void Expect(Envelope envelope, ReadOnlyMemory<byte> message)
    {
    }

    /// <summary>
    /// Gives work for the time in which the server is busy with the mail that is sent next. It is done once at most, before
    /// that mail is answered for, and may not throw.
    /// </summary>
    void Meanwhile(Action work)
    {
    }
}

/// <param name="MessageId">Without angle brackets; names the file of a pickup folder.</param>
internal sealed record Envelope(string From, string Recipient, string MessageId);

/// <summary>Where a conversation ended (RFC 5321 §3).</summary>
internal enum TransportStage
{
    Connect,
    Tls,
    Auth,
    Mail,
    Recipient,
    Data,
    AfterFinalDot,
    Done,
}

internal enum TransportOutcome
{
    Accepted,

    /// <summary>Try again later: 4yz, or the connection broke before the final dot.</summary>
    Deferred,

    /// <summary>5yz: never again in this form.</summary>
    Refused,

    /// <summary>The connection was lost after the final dot: the server may have it (RFC 1047).</summary>
    Unknown,
}

/// <param name="Text">The server's words or the fault's, one line, without addresses of ours.</param>
internal sealed record TransportReply(TransportOutcome Outcome, TransportStage Stage, string Text)
{
    /// <summary>The connection or the folder failed; no server refused anything, so the next try may follow at once.</summary>
    public bool IsBroken { get; init; }
}
