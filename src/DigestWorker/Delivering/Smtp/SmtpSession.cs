using System.Buffers;
using System.Net.Security;
using System.Text;

namespace DigestWorker.Delivering.Smtp;

/// <summary>
/// One connection from greeting to QUIT, and how far it has come: a fault of the wire is an exception, and
/// <see cref="Stage"/> tells where it struck.
/// </summary>
internal sealed class SmtpSession(SmtpConnection connection, SmtpTimeouts timeouts) : IAsyncDisposable
{
    private readonly ArrayBufferWriter<byte> _outgoing = new();

    public TransportStage Stage { get; private set; } = TransportStage.Connect;

    public SmtpExtensions Offers { get; private set; } = SmtpExtensions.None;

    /// <summary>A message was begun and not ended, so RSET comes before the next.</summary>
    public bool IsInsideMessage { get; private set; }

    /// <summary>The mail whose envelope went out with the end of the one before it, its replies still to be heard; null for none.</summary>
    public SmtpMail? Begun { get; private set; }

    /// <summary>The server said that it hangs up after this, or nothing more can be said to it.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The server has hung up. False proves nothing.</summary>
    public bool IsClosed => IsOver || connection.IsClosed;

    public void Enter(TransportStage stage)
    {
        Stage = stage;
        IsInsideMessage = stage is TransportStage.Recipient or TransportStage.Data or TransportStage.AfterFinalDot;
    }

    /// <summary>Whatever is said next, it could be taken for a message.</summary>
    public void GiveUp() => IsOver = true;

    public async Task<SmtpReply> ListenAsync(CancellationToken cancellationToken) =>
        Heard(await connection.ListenAsync(timeouts.Command, cancellationToken));

    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken) =>
        Heard(await connection.AskAsync(Encoding.UTF8.GetBytes($"{command}\r\n"), LimitOf(Stage), cancellationToken));

    /// <summary>Sends the envelope, where it is not on its way already.</summary>
    /// <returns>The reply to its first command; those to the others follow.</returns>
    public Task<SmtpReply> BeginAsync(SmtpMail mail, CancellationToken cancellationToken)
    {
        var isOnItsWay = Begun == mail;
        Begun = null;
        return isOnItsWay ? ListenAsync(cancellationToken) : AskAsync(mail.Envelope(Offers), cancellationToken);
    }

    /// <summary>
    /// Sends the last block, the final dot and, since a message may open a group of commands (RFC 2920 §3.1), the next envelope;
    /// then does what there is to do meanwhile.
    /// </summary>
    /// <returns>The reply to the message.</returns>
    public async Task<SmtpReply> FinishAsync(ReadOnlyMemory<byte> lastBlock, MailAhead ahead)
    {
        Begun = Offers.Pipelining && ahead.Next?.Lack(Offers) is null ? ahead.Next : null;
        _outgoing.ResetWrittenCount();
        _outgoing.Write(lastBlock.Span);
        _outgoing.Write(".\r\n"u8);
        if (Begun is not null)
        {
            Encoding.UTF8.GetBytes($"{Begun.Envelope(Offers)}\r\n", _outgoing);
        }

        // Not to be cancelled: whoever does not wait for the answer sends the message twice. In doubt from when all of it is handed over.
        await connection.TellAsync(_outgoing.WrittenMemory, timeouts.DataBlock, CancellationToken.None);
        Enter(TransportStage.AfterFinalDot);
        ahead.Meanwhile?.Invoke();
        var reply = Heard(await connection.ListenAsync(timeouts.FinalDot, CancellationToken.None));
        Enter(TransportStage.Done);
        return reply;
    }

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
        if (!IsClosed && Begun is null)
        {
            await QuitAsync();
        }

        await connection.DisposeAsync();
    }

    private async Task QuitAsync()
    {
        try
        {
            await connection.AskAsync("QUIT\r\n"u8.ToArray(), timeouts.Quit, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or TimeoutException or InvalidDataException)
        {
            // All mail was answered for before; a goodbye may get lost.
        }
    }

    private SmtpReply Heard(SmtpReply reply)
    {
        IsOver |= reply.HangsUp;
        return reply;
    }

    private TimeSpan LimitOf(TransportStage stage) => stage switch
    {
        TransportStage.Data => timeouts.Data,
        _ => timeouts.Command,
    };
}
