using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DigestWorker.Tests.Support;

/// <summary>The network between a worker and its server, which a test can cut, slow down, or make swallow everything without a word.</summary>
internal sealed class BreakableLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly int _to;
    private readonly Task _accepting;
    private volatile bool _isSilent;
    private long _carried;

    public BreakableLine(int to)
    {
        _to = to;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>How long whatever is said is under way.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>It falls silent by itself once so much was said by both sides.</summary>
    public long SilentAfterBytes { get; init; } = long.MaxValue;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Both sides learn of it at once; who comes anew gets through.</summary>
    public void Cut()
    {
        foreach (var side in _open.Keys)
        {
            side.Close(0);
        }
    }

    /// <summary>Neither side learns of anything.</summary>
    public void FallSilent() => _isSilent = true;

    /// <summary>Who comes anew gets through, and who said nothing meanwhile; whatever else was open stays dead, and the server does not know.</summary>
    public void Speak() => _isSilent = false;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                _ = JoinAsync(client);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            return;
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using var server = new TcpClient(AddressFamily.InterNetwork);
        using (client)
        {
            var (near, far) = (client.Client, server.Client);
            (_open[near], _open[far]) = (true, true);
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _to, _stopping.Token);
                await Task.WhenAny(CarryAsync(client, server), CarryAsync(server, client));
            }
            catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            finally
            {
                _open.TryRemove(near, out _);
                _open.TryRemove(far, out _);
            }
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to)
    {
        var held = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(held, _stopping.Token) is > 0 and var length)
        {
            _isSilent |= Interlocked.Add(ref _carried, length) > SilentAfterBytes;
            if (_isSilent)
            {
                await Task.Delay(Timeout.Infinite, _stopping.Token);
            }

            await Task.Delay(Delay, _stopping.Token);
            await to.GetStream().WriteAsync(held.AsMemory(0, length), _stopping.Token);
        }

        if (_isSilent)
        {
            await Task.Delay(Timeout.Infinite, _stopping.Token);
        }
    }
}
