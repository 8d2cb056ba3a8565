using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using DigestWorker.Settings;

namespace DigestWorker.Delivering.Smtp;

/// <summary>The wire: commands out, replies in, each within its time. Faults are exceptions, which end the connection.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly Socket _socket;
    private Stream _stream;
    private SmtpReplyReader _replies;

    private SmtpConnection(Socket socket, BriefWait? wait)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _replies = new SmtpReplyReader(_stream, wait);
    }

    public IPAddress LocalAddress => ((IPEndPoint)_socket.LocalEndPoint!).Address;

    /// <summary>True where the server has hung up and left nothing to read. False proves nothing.</summary>
    public bool IsClosed => _socket.Poll(TimeSpan.Zero, SelectMode.SelectRead) && _socket.Available == 0;

    public static async Task<SmtpConnection> OpenAsync(IPAddress[] addresses, SmtpSettings settings, TimeSpan limit, CancellationToken cancellationToken)
    {
        var socket = await SmtpServer.ConnectAsync(addresses, settings.Port, limit, cancellationToken);
        return new SmtpConnection(socket, settings.Connections == 1 ? BriefWait.For(socket) : null);
    }

    public Task<SmtpReply> AskAsync(ReadOnlyMemory<byte> bytes, TimeSpan limit, CancellationToken cancellationToken) =>
        Deadline.WithinAsync(
            limit,
            async token =>
            {
                await _stream.WriteAsync(bytes, token);
                return await _replies.ReadAsync(token);
            },
            cancellationToken);

    public Task<SmtpReply> ListenAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        _replies.HoldsReply ? _replies.ReadAsync(cancellationToken) : Deadline.WithinAsync(limit, _replies.ReadAsync, cancellationToken);

    public Task TellAsync(ReadOnlyMemory<byte> bytes, TimeSpan limit, CancellationToken cancellationToken) =>
        Deadline.WithinAsync(limit, async token => await _stream.WriteAsync(bytes, token), cancellationToken);

    public async Task SecureAsync(SslClientAuthenticationOptions options, TimeSpan limit, CancellationToken cancellationToken)
    {
        // What was said before TLS began could have been put there by anybody (CVE-2011-0411).
        if (_replies.HoldsMore)
        {
            throw new InvalidDataException("The server spoke before TLS was in place.");
        }

        var secure = new SslStream(_stream);
        _stream = secure;
        _replies = new SmtpReplyReader(secure);
        await Deadline.WithinAsync(limit, token => secure.AuthenticateAsClientAsync(options, token), cancellationToken);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
