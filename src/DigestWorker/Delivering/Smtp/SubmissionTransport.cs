using System.Net.Security;
using System.Security.Authentication;
using DigestWorker.Delivering.OAuth;
using DigestWorker.Settings;

namespace DigestWorker.Delivering.Smtp;

/// <summary>
/// Hands messages to a submission server, one after the other over one connection that stays open between them.
/// A send that is cancelled ends at once before the final dot, and after it with the server's answer.
/// </summary>
/// <param name="trust">Stands in for the system's check of the server's certificate; null leaves it to the system.</param>
/// <param name="tokens">Null where a password signs in.</param>
internal sealed class SubmissionTransport(
    SmtpSettings settings, SmtpTimeouts timeouts, RemoteCertificateValidationCallback? trust = null, AccessTokens? tokens = null) : IMailTransport
{
    private readonly SemaphoreSlim _turn = new(1);
    private SmtpSession? _session;
    private MailAhead _ahead;

    // Until a server takes it ill that an envelope comes before the message ahead of it is answered for.
    private bool _mayBeginEarly = true;

    public async Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var ahead = _mayBeginEarly ? _ahead : _ahead with { Next = null };
            _ahead = default;
            var mail = _session?.Begun is { } begun && begun.Is(envelope, message) ? begun : null;
            return mail is null && !SmtpMail.TryRead(envelope, message, out mail, out var refusal) ? refusal : await SendAsync(mail, ahead, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Expect(Envelope envelope, ReadOnlyMemory<byte> message) =>
        _ahead = _ahead with { Next = SmtpMail.TryRead(envelope, message, out var next, out _) ? next : null };

    public void Meanwhile(Action work) => _ahead = _ahead with { Meanwhile = work };

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        tokens?.Dispose();
        _turn.Dispose();
    }

    /// <summary>
    /// A connection that went stale between two messages costs a second try, as does a server that does not want an envelope
    /// early; before MAIL no copy can have arrived.
    /// </summary>
    private async Task<TransportReply> SendAsync(SmtpMail mail, MailAhead ahead, CancellationToken cancellationToken)
    {
        if (_session?.Begun is { } begun && begun != mail)
        {
            await LeaveAsync(left => left.HangUpAsync());
        }

        var (isReused, isBegun) = (_session is not null, _session?.Begun is not null);
        var reply = await TryAsync(mail, ahead, cancellationToken);
        var wentStale = isReused && _session is null && reply.Outcome == TransportOutcome.Deferred;
        if (reply.Stage != TransportStage.Mail || !(wentStale || isBegun))
        {
            return reply;
        }

        var hasHadEnough = reply.Text.StartsWith("421", StringComparison.Ordinal);
        _mayBeginEarly &= !isBegun || hasHadEnough;
        await LeaveAsync(left => left.DisposeAsync());
        return await TryAsync(mail, _mayBeginEarly ? ahead : ahead with { Next = null }, cancellationToken);
    }

    private async Task<TransportReply> TryAsync(SmtpMail mail, MailAhead ahead, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await OpenAsync(cancellationToken) ?? await new SmtpTransaction(_session!, mail, ahead).RunAsync(cancellationToken);
            if (reply.Stage < TransportStage.Mail || _session is { IsClosed: true })
            {
                NoteTrouble();
                await LeaveAsync(left => left.DisposeAsync());
            }

            return reply;
        }
        catch (Exception fault)
        {
            var stage = _session?.Stage ?? TransportStage.Connect;
            NoteTrouble();
            await LeaveAsync(broken => broken.HangUpAsync());
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = OutcomeOf(fault, stage);
            return new TransportReply(outcome, stage, HeaderText.Clean(fault.Message)) { IsBroken = outcome != TransportOutcome.Refused };
        }
    }

    private async Task<TransportReply?> OpenAsync(CancellationToken cancellationToken)
    {
        if (_session is not null)
        {
            return null;
        }

        var (addresses, refusal) = await SmtpServer.FindAsync(settings, timeouts.Connect, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        _session = new SmtpSession(await SmtpConnection.OpenAsync(addresses, settings, timeouts.Connect, cancellationToken), timeouts);
        return await new SmtpHandshake(_session, settings, trust, tokens).RunAsync(cancellationToken);
    }

    // A connection that ends with an envelope under way may have ended over it.
    private void NoteTrouble() => _mayBeginEarly &= _session?.Begun is null;

    private async Task LeaveAsync(Func<SmtpSession, ValueTask> leave)
    {
        var left = _session;
        _session = null;
        if (left is not null)
        {
            await leave(left);
        }
    }

    private static TransportOutcome OutcomeOf(Exception fault, TransportStage stage) => fault switch
    {
        AuthenticationException => TransportOutcome.Refused,
        _ => stage == TransportStage.AfterFinalDot ? TransportOutcome.Unknown : TransportOutcome.Deferred,
    };
}
