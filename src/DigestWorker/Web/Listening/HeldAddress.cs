using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace DigestWorker.Web.Listening;

/// <summary>One open address. Callers whom nobody takes yet stay in the queue of the operating system, but for one or two.</summary>
internal sealed class HeldAddress : IAsyncDisposable
{
    private readonly IConnectionListener _bound;
    private readonly Channel<ConnectionContext> _callers = Channel.CreateBounded<ConnectionContext>(1);
    private readonly List<Listener> _listeners = [];
    private readonly Task _accepting;

    public HeldAddress(IConnectionListener bound)
    {
        _bound = bound;
        _accepting = AcceptAsync();
    }

    public EndPoint EndPoint => _bound.EndPoint;

    public bool IsUsed => _listeners.Exists(one => one.IsOpen);

    public IConnectionListener Listen()
    {
        _listeners.Add(new Listener(_bound.EndPoint, _callers.Reader));
        return _listeners[^1];
    }

    public void KeepNewest()
    {
        _listeners[..^1].ForEach(one => one.End());
        _listeners.RemoveAll(one => !one.IsOpen);
    }

    public async ValueTask DisposeAsync()
    {
        _callers.Writer.Complete();
        await _bound.DisposeAsync();
        await _accepting;
        while (_callers.Reader.TryRead(out var caller))
        {
            await caller.DisposeAsync();
        }
    }

    private async Task AcceptAsync()
    {
        while (await _bound.AcceptAsync() is { } caller)
        {
            if (!await GiveAsync(caller))
            {
                await caller.DisposeAsync();
            }
        }
    }

    private async Task<bool> GiveAsync(ConnectionContext caller)
    {
        while (await _callers.Writer.WaitToWriteAsync())
        {
            if (_callers.Writer.TryWrite(caller))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What one host sees of the address.</summary>
    private sealed class Listener(EndPoint endpoint, ChannelReader<ConnectionContext> callers) : IConnectionListener
    {
        private readonly CancellationTokenSource _end = new();

        public EndPoint EndPoint => endpoint;

        public bool IsOpen => !_end.IsCancellationRequested;

        public void End() => _end.Cancel();

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, cancellationToken);
            try
            {
                return await callers.ReadAsync(ending.Token);
            }
            catch (Exception end) when (end is ChannelClosedException || (end is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                return null;
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            End();
            return ValueTask.CompletedTask;
        }

        // The source is not disposed of: it holds no timer, and may be asked afterwards.
        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
