using System.Net;
using System.Net.Sockets;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Delivering.Smtp;

/// <summary>Where the server is, and the rule that mail leaves this machine over TLS only.</summary>
internal static class SmtpServer
{
    /// <returns>Where it is, and why nothing goes there; no refusal where mail may go.</returns>
    public static async Task<(IPAddress[] Addresses, TransportReply? Refusal)> FindAsync(SmtpSettings settings, TimeSpan limit, CancellationToken cancellationToken)
    {
        var addresses = await Deadline.WithinAsync(limit, token => Dns.GetHostAddressesAsync(settings.Host, token), cancellationToken);
        return (addresses, RefusePlainText(settings, addresses));
    }

    public static TransportReply? RefusePlainText(SmtpSettings settings, IEnumerable<IPAddress> addresses) =>
        settings.Security == SmtpSecurity.None && !addresses.All(IPAddress.IsLoopback)
            ? new TransportReply(
                TransportOutcome.Refused,
                TransportStage.Tls,
                "Nothing was sent: Delivery:Smtp:Security may be None only where the server is on this machine.")
            : null;

    /// <summary>
    /// A connection that does not hold the end of a message back until the server has the rest, which takes it some 40 ms to say
    /// (RFC 896, RFC 1122 §4.2.3.2).
    /// </summary>
    public static Task<Socket> ConnectAsync(IPAddress[] addresses, int port, TimeSpan limit, CancellationToken cancellationToken) => Deadline.WithinAsync(
        limit,
        bounded => AddressTurns.FirstAsync(addresses, limit, (address, token) => ConnectAsync(new IPEndPoint(address, port), token), bounded),
        cancellationToken);

    private static async Task<Socket> ConnectAsync(IPEndPoint server, CancellationToken cancellationToken)
    {
        var opening = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await opening.ConnectAsync(server, cancellationToken);
            return opening;
        }
        catch
        {
            opening.Dispose();
            throw;
        }
    }
}
