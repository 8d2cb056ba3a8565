using System.Globalization;
using System.Text;

namespace DigestWorker.Delivering.Smtp;

/// <summary>One message over an open session: MAIL, RCPT, DATA and the final dot. Each step answers null where the server agreed.</summary>
internal sealed class SmtpTransaction(SmtpSession session, Route route, ReadOnlyMemory<byte> message)
{
    public const string NoSmtpUtf8 = "The address has letters beyond ASCII, which this server cannot carry (no SMTPUTF8).";

    private const int BlockSize = 64 * 1024;

    private bool IsEightBit => !Ascii.IsValid(message.Span);

    public async Task<TransportReply> RunAsync(CancellationToken cancellationToken) =>
        WhatTheServerLacks()
        ?? await ResetAsync(cancellationToken)
        ?? await (session.Offers.Pipelining ? EnvelopeAtOnceAsync(cancellationToken) : EnvelopeAsync(cancellationToken))
        ?? await BodyAsync(cancellationToken)
        ?? await FinalDotAsync();

    private TransportReply? WhatTheServerLacks() => session.Offers switch
    {
        { SmtpUtf8: false } when route.NeedsUtf8 => Refused(TransportStage.Recipient, NoSmtpUtf8),
        { EightBitMime: false } when IsEightBit =>
            Refused(TransportStage.Data, "The message has bytes beyond ASCII, which this server cannot carry (no 8BITMIME)."),
        { LargestMessage: { } most } when message.Length > most =>
            Refused(TransportStage.Data, string.Create(CultureInfo.InvariantCulture, $"The message has {message.Length:N0} bytes; this server takes {most:N0}.")),
        _ => null,
    };

    private async Task<TransportReply?> ResetAsync(CancellationToken cancellationToken)
    {
        var isInsideMessage = session.IsInsideMessage;
        session.Enter(TransportStage.Mail);
        return isInsideMessage && await session.AskAsync("RSET", cancellationToken) is { Completes: false } reply ? reply.Ends(session.Stage) : null;
    }

    private async Task<TransportReply?> EnvelopeAsync(CancellationToken cancellationToken) =>
        Fault(await session.AskAsync(MailCommand(), cancellationToken), TransportStage.Recipient)
        ?? Fault(await session.AskAsync(RecipientCommand, cancellationToken), TransportStage.Data)
        ?? Start(await session.AskAsync("DATA", cancellationToken));

    // All three in one piece. A server may want the message although nobody is to get it (RFC 2920 §3.1): it gets an empty one.
    private async Task<TransportReply?> EnvelopeAtOnceAsync(CancellationToken cancellationToken)
    {
        var fault = Fault(await session.AskAsync($"{MailCommand()}\r\n{RecipientCommand}\r\nDATA", cancellationToken), TransportStage.Recipient);
        if (session.SaidGoodbye)
        {
            return fault;
        }

        var recipient = await session.ListenAsync(cancellationToken);
        fault ??= Fault(recipient, TransportStage.Data);
        if (session.SaidGoodbye)
        {
            return fault;
        }

        var data = await session.ListenAsync(cancellationToken);
        if (fault is not null && data.Continues)
        {
            await session.AskAsync(".", cancellationToken);
        }

        return fault ?? Start(data);
    }

    private string MailCommand()
    {
        var offers = session.Offers;
        var size = offers.Size ? string.Create(CultureInfo.InvariantCulture, $" SIZE={message.Length}") : "";
        var body = offers.EightBitMime && IsEightBit ? " BODY=8BITMIME" : "";
        var utf8 = route.NeedsUtf8 ? " SMTPUTF8" : "";
        return $"MAIL FROM:<{route.From}>{size}{body}{utf8}";
    }

    private string RecipientCommand => $"RCPT TO:<{route.Recipient}>";

    private TransportReply? Fault(SmtpReply reply, TransportStage next)
    {
        if (!reply.Completes)
        {
            return reply.Ends(session.Stage);
        }

        session.Enter(next);
        return null;
    }

    private TransportReply? Start(SmtpReply reply) => reply.Continues ? null : reply.Ends(session.Stage);

    private async Task<TransportReply?> BodyAsync(CancellationToken cancellationToken)
    {
        var stuffed = DotStuffing.Apply(message);
        for (var sent = 0; sent < stuffed.Length; sent += BlockSize)
        {
            await session.TellAsync(stuffed[sent..Math.Min(sent + BlockSize, stuffed.Length)], cancellationToken);
        }

        return null;
    }

    // Not to be cancelled: whoever does not wait for the answer sends the message twice.
    private async Task<TransportReply> FinalDotAsync()
    {
        if (session.IsClosed)
        {
            throw new EndOfStreamException("The server closed the connection before the message was whole.");
        }

        session.Enter(TransportStage.AfterFinalDot);
        var reply = await session.AskAsync(".", CancellationToken.None);
        session.Enter(TransportStage.Done);
        return reply.Completes ? new TransportReply(TransportOutcome.Accepted, TransportStage.Done, reply.Text) : reply.Ends(TransportStage.AfterFinalDot);
    }

    private static TransportReply Refused(TransportStage stage, string text) => new(TransportOutcome.Refused, stage, text);
}
