namespace DigestWorker.Delivering.Pickup;

/// <summary>
/// Writes one <c>.eml</c> a digest for something else to send, or for nobody. The file is named after the Message-ID, so a
/// digest that is sent again is the same file.
/// </summary>
internal sealed class PickupFolderTransport(string folder) : IMailTransport
{
    private readonly Lock _preparing = new();
    private bool _isPrepared;

    public async Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (!Route.TryRead(envelope, out _, out var refusal))
        {
            return refusal;
        }

        var name = $"{MessageId.FileName(envelope.MessageId)}.eml";
        try
        {
            Prepare();
            await WholeFile.WriteAsync(Path.Combine(folder, name), message, cancellationToken);
            return new TransportReply(TransportOutcome.Accepted, TransportStage.Done, $"Written as {name}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var words = HeaderText.Clean($"The pickup folder '{folder}' cannot be written to: {fault.Message}");
            return new TransportReply(TransportOutcome.Deferred, TransportStage.Data, words) { IsBroken = true };
        }
    }

    /// <summary>The end of a run: people find everything listed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isPrepared)
        {
            return;
        }

        try
        {
            await PickupIndex.WriteAsync(folder, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The mails themselves are there, and the next run lists them too.
        }
    }

    private void Prepare()
    {
        lock (_preparing)
        {
            if (_isPrepared)
            {
                return;
            }

            Directory.CreateDirectory(folder);
            WholeFile.RemoveLeftovers(folder);
            _isPrepared = true;
        }
    }
}
