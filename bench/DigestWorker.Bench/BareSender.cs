using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DigestWorker.Bench;

/// <summary>The least that sending can cost: sockets that send one prepared message again and again, the envelope in one piece.</summary>
internal static class BareSender
{
    private static readonly byte[] Envelope = Encoding.ASCII.GetBytes("MAIL FROM:<digest@example.org>\r\nRCPT TO:<lead@example.org>\r\nDATA\r\n");

    /// <returns>Seconds for all messages.</returns>
    public static async Task<double> RunAsync(int port, int connections, (byte[] Message, int Times) mail)
    {
        byte[] message = [.. mail.Message, .. ".\r\n"u8];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => SendAsync(port, message, mail.Times / connections))));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task SendAsync(int port, byte[] message, int times)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var replies = new byte[4096];
        await HearAsync(socket, replies, lines: 1);
        await IntroduceAsync(socket, replies);
        for (var sent = 0; sent < times; sent++)
        {
            await socket.SendAsync(Envelope);
            await HearAsync(socket, replies, lines: 3);
            await socket.SendAsync(message);
            await HearAsync(socket, replies, lines: 1);
        }
    }

    private static async Task IntroduceAsync(Socket socket, byte[] replies)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes("EHLO bench\r\n"));
        var held = 0;
        do
        {
            held += await socket.ReceiveAsync(replies.AsMemory(held));
        }
        while (!IsWhole(replies.AsSpan(0, held)));
    }

    // Behind the code of a reply's last line stands a space.
    private static bool IsWhole(ReadOnlySpan<byte> reply) =>
        reply is [.. var lines, (byte)'\n'] && lines[(lines.LastIndexOf((byte)'\n') + 1)..] is [_, _, _, (byte)' ', ..];

    private static async Task HearAsync(Socket socket, byte[] replies, int lines)
    {
        while (lines > 0)
        {
            var count = await socket.ReceiveAsync(replies);
            lines -= replies.AsSpan(0, count).Count((byte)'\n');
        }
    }
}
