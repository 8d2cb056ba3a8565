namespace DigestWorker.Delivering.Dkim;

/// <summary>Signs at each send, so that what is kept stays as it was composed and the signature is never old.</summary>
internal sealed class SigningTransport(IMailTransport inner, DkimSigner signer) : IMailTransport
{
    // The last two that were expected: what is sent next, and what follows it.
    private Signed _next, _later;

    public Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        inner.SendAsync(envelope, _next.Of(message) ?? _later.Of(message) ?? signer.Sign(message.Span), cancellationToken);

    public void Expect(Envelope envelope, ReadOnlyMemory<byte> message)
    {
        (_next, _later) = (_later, new Signed(message, signer.Sign(message.Span)));
        inner.Expect(envelope, _later.Bytes);
    }

    public void Meanwhile(Action work) => inner.Meanwhile(work);

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        signer.Dispose();
    }

    private readonly record struct Signed(ReadOnlyMemory<byte> Message, byte[]? Bytes)
    {
        public byte[]? Of(ReadOnlyMemory<byte> message) => Message.Equals(message) ? Bytes : null;
    }
}
