using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestWorker.Web.Listening;

/// <summary>
/// The addresses where the pages are. They stay open while one host takes over from another, so that callers wait for a moment
/// instead of being refused.
/// </summary>
internal sealed class HeldAddresses : IConnectionListenerFactory, IAsyncDisposable
{
    private readonly SocketTransportFactory _sockets = new(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
    private readonly List<HeldAddress> _held = [];

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        // A port of 0 asks for one that nobody has yet.
        var held = endpoint is IPEndPoint { Port: 0 } ? null : _held.Find(one => one.EndPoint.Equals(endpoint));
        if (held is null)
        {
            _held.Add(held = new HeldAddress(await _sockets.BindAsync(endpoint, cancellationToken)));
        }

        return held.Listen();
    }

    /// <summary>From now on every new caller comes to the host that listened last.</summary>
    public void KeepNewest() => _held.ForEach(one => one.KeepNewest());

    /// <summary>Closes the addresses at which no host listens any more.</summary>
    public async Task CloseUnusedAsync()
    {
        foreach (var unused in _held.FindAll(one => !one.IsUsed))
        {
            _held.Remove(unused);
            await unused.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var held in _held)
        {
            await held.DisposeAsync();
        }
    }
}
