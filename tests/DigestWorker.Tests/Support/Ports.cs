using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DigestWorker.Tests.Support;

/// <summary>Ports of loopback for a server that is started later. None is of the range from which systems serve outgoing connections, or one might take it before.</summary>
internal static class Ports
{
    private const int First = 20_000, Last = 30_000, Tries = 100;

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <returns>One that nobody listens on, by connection or datagram, and that no other test of this run was given.</returns>
    public static int Free()
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var port = Random.Shared.Next(First, Last);
            if (Given.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No port between {First} and {Last} is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            using var datagrams = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
