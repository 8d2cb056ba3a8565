using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DigestWorker.Bench.Sending;

/// <summary>The least that an SMTP server can do: takes each message, throws it away and says so.</summary>
internal sealed class MailSink : IDisposable
{
    private static readonly byte[] Ready = "220 sink\r\n"u8.ToArray(), Offers = "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 10000000\r\n"u8.ToArray(),
        Fine = "250 2.0.0 fine\r\n"u8.ToArray(), Start = "354 go on\r\n"u8.ToArray(), Goodbye = "221 bye\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TimeSpan _thinks;
    private int _taken;

    /// <param name="thinks">How long it takes over what ends a message, as a real one does.</param>
    public MailSink(TimeSpan thinks = default)
    {
        _thinks = thinks;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Taken => _taken;

    /// <returns>Seconds to the next mail from now.</returns>
    public async Task<double> NextAsync()
    {
        var (before, started) = (_taken, Stopwatch.GetTimestamp());
        while (_taken == before)
        {
            await Task.Delay(5);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                _ = Task.Run(() => TalkAsync(socket));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        await stream.WriteAsync(Ready);
        var (buffer, held, inMessage) = (new byte[256 * 1024], 0, false);
        while (await stream.ReadAsync(buffer.AsMemory(held)) is > 0 and var count)
        {
            held += count;
            var (used, ends) = (0, false);
            var answers = new MemoryStream();
            for (var wasIn = inMessage; Next(buffer.AsSpan(used, held - used), ref inMessage, answers) is > 0 and var step; wasIn = inMessage)
            {
                used += step;
                ends |= wasIn && !inMessage;
            }

            buffer.AsSpan(used, held - used).CopyTo(buffer);
            held -= used;
            await Task.Delay(ends ? _thinks : TimeSpan.Zero);
            await stream.WriteAsync(answers.ToArray());
        }
    }

    /// <returns>How many bytes are dealt with; 0 where more are needed.</returns>
    private int Next(ReadOnlySpan<byte> bytes, ref bool inMessage, MemoryStream answers)
    {
        if (inMessage)
        {
            var end = bytes.IndexOf("\r\n.\r\n"u8);
            if (end < 0)
            {
                // All but what may be the beginning of the end.
                return Math.Max(0, bytes.Length - 4);
            }

            inMessage = false;
            Interlocked.Increment(ref _taken);
            answers.Write(Fine);
            return end + 5;
        }

        var line = bytes.IndexOf("\r\n"u8);
        if (line < 0)
        {
            return 0;
        }

        var command = Encoding.ASCII.GetString(bytes[..Math.Min(4, line)]);
        inMessage = command == "DATA";
        answers.Write(command switch { "EHLO" => Offers, "DATA" => Start, "QUIT" => Goodbye, _ => Fine });
        return line + 2;
    }
}
