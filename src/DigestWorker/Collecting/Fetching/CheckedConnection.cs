using System.Net;
using System.Net.Sockets;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Fetching;

/// <summary>Connects only to addresses that it has looked up and checked itself, so that neither a redirect nor a changing DNS answer leads into the own network.</summary>
internal sealed class CheckedConnection(bool allowPrivateAddresses)
{
    private static readonly FetchResult.Failed Inside =
        new("its address is inside your own network; set Collecting:AllowPrivateAddresses to true if that is meant") { Trouble = Trouble.Blocked };

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await AddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        return await AddressTurns.FirstAsync(
            addresses, TimeLimits.Connect, (address, token) => OpenAsync(new IPEndPoint(address, context.DnsEndPoint.Port), token), cancellationToken);
    }

    private static async Task<Stream> OpenAsync(IPEndPoint server, CancellationToken cancellationToken)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        var found = IPAddress.TryParse(host, out var written) ? [written] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        IPAddress[] allowed = [.. found.Where(address => allowPrivateAddresses || PublicAddress.Is(address))];
        return allowed.Length > 0 ? allowed : throw new FetchFaultException(Inside);
    }
}
