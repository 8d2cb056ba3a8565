using System.Net;
using System.Net.Sockets;

namespace DigestWorker.Tests.Delivering.Smtp;

/// <summary>A mail server that asks for the message and then reads no more, with hardly any room for what is on its way.</summary>
internal sealed class StuckServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private TcpClient? _client;

    public StuckServer()
    {
        _listener.Server.ReceiveBufferSize = 2048;
        _listener.Start();
        _ = TalkAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _listener.Dispose();
        _client?.Dispose();
    }

    private async Task TalkAsync()
    {
        _client = await _listener.AcceptTcpClientAsync();
        var reader = new StreamReader(_client.GetStream());
        var writer = new StreamWriter(_client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 stuck");
        while (await reader.ReadLineAsync() is { } line)
        {
            await writer.WriteLineAsync(line == "DATA" ? "354 go on" : "250 fine");
            if (line == "DATA")
            {
                return;
            }
        }
    }
}
