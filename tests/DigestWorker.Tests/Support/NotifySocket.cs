using System.Net.Sockets;
using System.Text;

namespace DigestWorker.Tests.Support;

/// <summary>The service manager's end of NOTIFY_SOCKET.</summary>
internal sealed class NotifySocket : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 30_000 };
    private readonly byte[] _buffer = new byte[4096];

    /// <param name="name">A path, or one that begins with @.</param>
    public NotifySocket(string name) => _socket.Bind(new UnixDomainSocketEndPoint(name[0] == '@' ? $"\0{name[1..]}" : name));

    public string Next() => Encoding.UTF8.GetString(_buffer, 0, _socket.Receive(_buffer));

    /// <returns>The first from now on that begins so.</returns>
    public string NextOf(string beginning)
    {
        for (var next = Next(); ; next = Next())
        {
            if (next.StartsWith(beginning, StringComparison.Ordinal))
            {
                return next;
            }
        }
    }

    /// <returns>How many were there.</returns>
    public int Drain()
    {
        var count = 0;
        for (; _socket.Available > 0; count++)
        {
            Next();
        }

        return count;
    }

    public void Dispose() => _socket.Dispose();
}
