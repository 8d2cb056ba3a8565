using System.Net;
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

    public async Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (!Route.TryRead(envelope, out var route, out var refusal))
        {
            return refusal;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await SendAsync(opened => new SmtpTransaction(opened, route, message), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        tokens?.Dispose();
        _turn.Dispose();
    }

    /// <summary>A connection that went stale between two messages costs a second try; before MAIL no copy can have arrived.</summary>
    private async Task<TransportReply> SendAsync(Func<SmtpSession, SmtpTransaction> begin, CancellationToken cancellationToken)
    {
        var isReused = _session is not null;
        var reply = await TryAsync(begin, cancellationToken);
        var wentStale = isReused && _session is null && reply is { Outcome: TransportOutcome.Deferred, Stage: TransportStage.Mail };
        return wentStale ? await TryAsync(begin, cancellationToken) : reply;
    }

    private async Task<TransportReply> TryAsync(Func<SmtpSession, SmtpTransaction> begin, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await OpenAsync(cancellationToken) ?? await begin(_session!).RunAsync(cancellationToken);
            if (reply.Stage < TransportStage.Mail || _session is { IsClosed: true })
            {
                await LeaveAsync(left => left.DisposeAsync());
            }

            return reply;
        }
        catch (Exception fault)
        {
            var stage = _session?.Stage ?? TransportStage.Connect;
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

        var addresses = await Deadline.WithinAsync(timeouts.Connect, token => Dns.GetHostAddressesAsync(settings.Host, token), cancellationToken);
        if (SmtpServer.RefusePlainText(settings, addresses) is { } refusal)
        {
            return refusal;
        }

        _session = new SmtpSession(await SmtpConnection.OpenAsync(addresses, settings.Port, timeouts.Connect, cancellationToken), timeouts);
        return await new SmtpHandshake(_session, settings, trust, tokens).RunAsync(cancellationToken);
    }

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
