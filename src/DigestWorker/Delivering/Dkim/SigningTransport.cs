namespace DigestWorker.Delivering.Dkim;

/// <summary>Signs at each send, so that what is kept stays as it was composed and the signature is never old.</summary>
internal sealed class SigningTransport(IMailTransport inner, DkimSigner signer) : IMailTransport
{
    public Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        inner.SendAsync(envelope, signer.Sign(message.Span), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        signer.Dispose();
    }
}
