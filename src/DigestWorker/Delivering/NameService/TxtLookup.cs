using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace DigestWorker.Delivering.NameService;

/// <summary>Asks the name servers of this machine for TXT records: by datagram, and over a connection where the answer is long.</summary>
/// <param name="servers">In the order in which they are asked.</param>
internal sealed class TxtLookup(IReadOnlyList<IPEndPoint> servers)
{
    private const int Port = 53, LongestDatagram = 4_096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static TxtLookup OfThisMachine() => new(
        [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().DnsAddresses).Distinct().Take(3).Select(address => new IPEndPoint(address, Port))]);

    /// <returns>Empty where the name has none; null where no server answers.</returns>
    public async Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var server in servers)
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(Patience);
                if (await AskAsync(server, name, limit.Token) is { } records)
                {
                    return records;
                }
            }
            catch (Exception fault) when (fault is SocketException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The next server may answer.
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<string>?> AskAsync(IPEndPoint server, string name, CancellationToken cancellationToken)
    {
        var query = TxtQuery.Write((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1), name);
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellationToken);
        await socket.SendAsync(query, cancellationToken);
        var buffer = new byte[LongestDatagram];
        while (true)
        {
            // What answers another question is not for us; the one that is may still come.
            var length = await socket.ReceiveAsync(buffer, cancellationToken);
            if (TxtQuery.Read(buffer.AsSpan(0, length), query) is { } answer)
            {
                return answer.IsCutOff ? await ConnectAsync(server, query, cancellationToken) : answer.Records;
            }

            if (length >= 2 && buffer.AsSpan(0, 2).SequenceEqual(query.AsSpan(0, 2)))
            {
                return null;
            }
        }
    }

    private static async Task<IReadOnlyList<string>?> ConnectAsync(IPEndPoint server, byte[] query, CancellationToken cancellationToken)
    {
        using var client = new TcpClient(server.AddressFamily);
        await client.ConnectAsync(server, cancellationToken);
        await using var stream = client.GetStream();
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)query.Length);
        await stream.WriteAsync((byte[])[.. length, .. query], cancellationToken);
        await stream.ReadExactlyAsync(length, cancellationToken);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return TxtQuery.Read(answer, query) is { IsCutOff: false } whole ? whole.Records : null;
    }
}
