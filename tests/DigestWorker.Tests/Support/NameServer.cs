using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DigestWorker.Tests.Support;

/// <summary>A name server on loopback that holds TXT records, answers by datagram and, where an answer is long, only over a connection.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    private const int Longest = 512;

    private readonly Dictionary<string, string[]> _records = new(StringComparer.OrdinalIgnoreCase);
    private readonly UdpClient _datagrams = new(new IPEndPoint(IPAddress.Loopback, Ports.Free()));
    private readonly TcpListener _connections;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public NameServer()
    {
        _connections = new TcpListener(Address);
        _connections.Start();
        _work = Task.WhenAll(AnswerDatagramsAsync(), AnswerConnectionsAsync());
    }

    public IPEndPoint Address => (IPEndPoint)_datagrams.Client.LocalEndPoint!;

    /// <summary>Answers that are sent before the right one: with another id, to another question, or rubbish.</summary>
    public List<Func<byte[], byte[]>> Forgeries { get; } = [];

    public NameServer Holds(string name, params string[] texts)
    {
        _records[name] = texts;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _datagrams.Dispose();
        _connections.Stop();
        await _work;
        _stop.Dispose();
    }

    /// <summary>The answer to a question, its records' names written as pointers to it (RFC 1035 §4.1.4).</summary>
    public byte[] Answer(byte[] query)
    {
        var texts = _records.GetValueOrDefault(NameOf(query), []);
        List<byte> answer = [.. query];
        answer[2] = 0x81;
        answer[3] = texts.Length == 0 ? (byte)0x83 : (byte)0x80;
        answer[7] = (byte)texts.Length;
        foreach (var text in texts)
        {
            byte[] data = [.. Encoding.UTF8.GetBytes(text).Chunk(255).SelectMany(part => part.Prepend((byte)part.Length))];
            answer.AddRange([0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data]);
        }

        return [.. answer];
    }

    private async Task AnswerDatagramsAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _datagrams.ReceiveAsync(_stop.Token);
                foreach (var forged in Forgeries)
                {
                    await _datagrams.SendAsync(forged(asked.Buffer), asked.RemoteEndPoint, _stop.Token);
                }

                var answer = Answer(asked.Buffer);
                if (answer.Length > Longest)
                {
                    answer = [.. asked.Buffer];
                    (answer[2], answer[3]) = (0x83, 0x80);
                }

                await _datagrams.SendAsync(answer, asked.RemoteEndPoint, _stop.Token);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task AnswerConnectionsAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _connections.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                var length = new byte[2];
                await stream.ReadExactlyAsync(length, _stop.Token);
                var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(query, _stop.Token);
                var answer = Answer(query);
                BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)answer.Length);
                await stream.WriteAsync((byte[])[.. length, .. answer], _stop.Token);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The end.
        }
    }

    private static string NameOf(byte[] query)
    {
        var labels = new List<string>();
        for (var at = 12; query[at] > 0; at += query[at] + 1)
        {
            labels.Add(Encoding.ASCII.GetString(query, at + 1, query[at]));
        }

        return string.Join('.', labels);
    }
}
