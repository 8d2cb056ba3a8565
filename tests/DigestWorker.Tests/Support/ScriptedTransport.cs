using System.Collections.Concurrent;
using DigestWorker.Delivering;

namespace DigestWorker.Tests.Support;

/// <summary>A mail server that answers as scripted, one reply a message, and remembers the envelopes.</summary>
internal sealed class ScriptedTransport(params TransportReply[] replies) : IMailTransport
{
    private readonly Queue<TransportReply> _replies = new(replies);

    public ConcurrentQueue<Envelope> Envelopes { get; } = [];

    public Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        Envelopes.Enqueue(envelope);
        return Task.FromResult(_replies.Dequeue());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
