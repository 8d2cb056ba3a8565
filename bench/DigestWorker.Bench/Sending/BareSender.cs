using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DigestWorker.Bench.Sending;

/// <summary>The least that sending can cost: sockets that send prepared messages again and again, the envelope in one piece (RFC 2920).</summary>
internal static class BareSender
{
    private static readonly byte[] Envelope = Encoding.ASCII.GetBytes("MAIL FROM:<digest@example.org>\r\nRCPT TO:<lead@example.org>\r\nDATA\r\n");

    /// <param name="mails">The messages, one after the other and again, and how many mails in all.</param>
    /// <param name="early">The next envelope goes with the end of a message, as the program has it: one wait for each mail instead of two.</param>
    /// <returns>Seconds for all mails.</returns>
    public static async Task<double> RunAsync(int port, int connections, (IReadOnlyList<byte[]> Messages, int Count) mails, bool early)
    {
        byte[][] messages = [.. mails.Messages.Select(message => (byte[])[.. message, .. ".\r\n"u8, .. early ? Envelope : []])];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => SendAsync(port, messages, mails.Count / connections, early))));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task SendAsync(int port, byte[][] messages, int count, bool early)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var replies = new byte[4096];
        await HearAsync(socket, replies, count: 1);
        await socket.SendAsync(Encoding.ASCII.GetBytes("EHLO bench\r\n"));
        await HearAsync(socket, replies, count: 1);
        for (var sent = 0; sent < count; sent++)
        {
            if (sent == 0 || !early)
            {
                await socket.SendAsync(Envelope);
                await HearAsync(socket, replies, count: 3);
            }

            await socket.SendAsync(messages[sent % messages.Length]);
            await HearAsync(socket, replies, count: early ? 4 : 1);
        }
    }

    private static async Task HearAsync(Socket socket, byte[] replies, int count)
    {
        var held = 0;
        while (Whole(replies.AsSpan(0, held)) < count)
        {
            var read = await socket.ReceiveAsync(replies.AsMemory(held));
            held += read > 0 ? read : throw new EndOfStreamException("The mail server hung up on bare sockets.");
        }
    }

    /// <returns>How many replies are here to their end; a line that another follows has a hyphen behind its code.</returns>
    private static int Whole(ReadOnlySpan<byte> replies)
    {
        var whole = 0;
        for (int end; (end = replies.IndexOf((byte)'\n')) > 3; replies = replies[(end + 1)..])
        {
            whole += replies[0] is (byte)'2' or (byte)'3'
                ? replies[3] == (byte)' ' ? 1 : 0
                : throw new InvalidDataException($"The mail server refused bare sockets: {Encoding.ASCII.GetString(replies[..end])}");
        }

        return whole;
    }
}
