namespace DigestWorker.Delivering.Smtp;

/// <summary>One message over an open session: MAIL, RCPT, DATA and the final dot. Each step answers null where the server agreed.</summary>
internal sealed class SmtpTransaction(SmtpSession session, SmtpMail mail, MailAhead ahead)
{
    private const int BlockSize = 64 * 1024;

    public async Task<TransportReply> RunAsync(CancellationToken cancellationToken) =>
        mail.Lack(session.Offers)
        ?? await ResetAsync(cancellationToken)
        ?? await (session.Offers.Pipelining ? EnvelopeAtOnceAsync(cancellationToken) : EnvelopeAsync(cancellationToken))
        ?? await BodyAsync(cancellationToken);

    private async Task<TransportReply?> ResetAsync(CancellationToken cancellationToken)
    {
        var isInsideMessage = session.IsInsideMessage;
        session.Enter(TransportStage.Mail);
        return isInsideMessage && await session.AskAsync("RSET", cancellationToken) is { Completes: false } reply ? reply.Ends(session.Stage) : null;
    }

    private async Task<TransportReply?> EnvelopeAsync(CancellationToken cancellationToken) =>
        Fault(await session.AskAsync(mail.MailCommand(session.Offers), cancellationToken), TransportStage.Recipient)
        ?? Fault(await session.AskAsync(mail.RecipientCommand, cancellationToken), TransportStage.Data)
        ?? Start(await session.AskAsync("DATA", cancellationToken));

    // All three in one piece. A server may want the message although nobody is to get it: it gets an empty one (RFC 2920 §3.1),
    // unless it takes somebody for a recipient whom no sender writes to.
    private async Task<TransportReply?> EnvelopeAtOnceAsync(CancellationToken cancellationToken)
    {
        var fault = Fault(await session.BeginAsync(mail, cancellationToken), TransportStage.Recipient);
        if (session.IsOver)
        {
            return fault;
        }

        var recipient = await session.ListenAsync(cancellationToken);
        fault ??= Fault(recipient, TransportStage.Data);
        if (session.IsOver)
        {
            return fault;
        }

        var data = await session.ListenAsync(cancellationToken);
        if (fault is { Stage: TransportStage.Mail } && data.Continues)
        {
            session.GiveUp();
        }
        else if (fault is not null && data.Continues)
        {
            await session.AskAsync(".", cancellationToken);
        }

        return fault ?? Start(data);
    }

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

    private async Task<TransportReply> BodyAsync(CancellationToken cancellationToken)
    {
        var rest = mail.Stuffed;
        for (; rest.Length > BlockSize; rest = rest[BlockSize..])
        {
            await session.TellAsync(rest[..BlockSize], cancellationToken);
        }

        if (session.IsClosed)
        {
            throw new EndOfStreamException("The server closed the connection before the message was whole.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        var reply = await session.FinishAsync(rest, ahead);
        return reply.Completes ? new TransportReply(TransportOutcome.Accepted, TransportStage.Done, reply.Text) : reply.Ends(TransportStage.AfterFinalDot);
    }
}
