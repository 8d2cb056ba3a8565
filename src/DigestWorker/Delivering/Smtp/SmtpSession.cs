using System.Net.Security;

namespace DigestWorker.Delivering.Smtp;

/// <summary>
/// One connection from greeting to QUIT, and how far it has come: a fault of the wire is an exception, and
/// <see cref="Stage"/> tells where it struck.
/// </summary>
internal sealed class SmtpSession(SmtpConnection connection, SmtpTimeouts timeouts) : IAsyncDisposable
{
    public TransportStage Stage { get; private set; } = TransportStage.Connect;

    public SmtpExtensions Offers { get; private set; } = SmtpExtensions.None;

    /// <summary>A message was begun and not ended, so RSET comes before the next.</summary>
    public bool IsInsideMessage { get; private set; }

    /// <summary>The server said that it hangs up after this.</summary>
    public bool SaidGoodbye { get; private set; }

    /// <summary>The server has hung up. False proves nothing.</summary>
    public bool IsClosed => SaidGoodbye || connection.IsClosed;

    public void Enter(TransportStage stage)
    {
        Stage = stage;
        IsInsideMessage = stage is TransportStage.Recipient or TransportStage.Data or TransportStage.AfterFinalDot;
    }

    public async Task<SmtpReply> ListenAsync(CancellationToken cancellationToken) =>
        Heard(await connection.ListenAsync(timeouts.Command, cancellationToken));

    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken) =>
        Heard(await connection.AskAsync($"{command}\r\n", LimitOf(Stage), cancellationToken));

    public async Task<SmtpReply> IntroduceAsync(CancellationToken cancellationToken)
    {
        var name = EhloName.For(connection.LocalAddress);
        var reply = await AskAsync($"EHLO {name}", cancellationToken);
        if (reply.Code is 500 or 502)
        {
            // An old server that offers nothing (RFC 5321 §3.2).
            Offers = SmtpExtensions.None;
            return await AskAsync($"HELO {name}", cancellationToken);
        }

        Offers = reply.Completes ? SmtpExtensions.Read(reply) : SmtpExtensions.None;
        return reply;
    }

    public Task SecureAsync(SslClientAuthenticationOptions options, CancellationToken cancellationToken) =>
        connection.SecureAsync(options, timeouts.Tls, cancellationToken);

    /// <summary>Sends a block of the message, to which the server says nothing.</summary>
    public Task TellAsync(ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        connection.TellAsync(block, timeouts.DataBlock, cancellationToken);

    /// <summary>Leaves without a word, which is all that a broken connection allows.</summary>
    public ValueTask HangUpAsync() => connection.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (!IsClosed)
        {
            await QuitAsync();
        }

        await connection.DisposeAsync();
    }

    private async Task QuitAsync()
    {
        try
        {
            await connection.AskAsync("QUIT\r\n", timeouts.Quit, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or TimeoutException or InvalidDataException)
        {
            // All mail was answered for before; a goodbye may get lost.
        }
    }

    private SmtpReply Heard(SmtpReply reply)
    {
        SaidGoodbye |= reply.HangsUp;
        return reply;
    }

    private TimeSpan LimitOf(TransportStage stage) => stage switch
    {
        TransportStage.Data => timeouts.Data,
        TransportStage.AfterFinalDot => timeouts.FinalDot,
        _ => timeouts.Command,
    };
}
