using System.Net;
using System.Net.Security;
using DigestWorker.Delivering.OAuth;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DigestWorker.Delivering.MailKit;

/// <summary>Hands the same bytes to a submission server through MailKit; built in with <c>-p:MailTransport=MailKit</c>.</summary>
/// <param name="trust">Stands in for MailKit's check of the server's certificate; null leaves it to MailKit.</param>
/// <param name="tokens">Null where a password signs in.</param>
internal sealed class MailKitTransport(SmtpSettings settings, RemoteCertificateValidationCallback? trust = null, AccessTokens? tokens = null) : IMailTransport
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SmtpClient _client = new()
    {
        ServerCertificateValidationCallback = trust,
        Timeout = (int)SmtpTimeouts.Rfc5321.FinalDot.TotalMilliseconds,
    };

    private Action? _meanwhile;

    public async Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        (var meanwhile, _meanwhile) = (_meanwhile, null);
        if (!Route.TryRead(envelope, out var route, out var refusal))
        {
            return refusal;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var sending = SendAsync(route, message, cancellationToken);
            meanwhile?.Invoke();
            return await sending;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Meanwhile(Action work) => _meanwhile = work;

    public async ValueTask DisposeAsync()
    {
        await _client.DisconnectAsync(quit: true, CancellationToken.None);
        _client.Dispose();
        tokens?.Dispose();
        _turn.Dispose();
    }

    /// <summary>A connection that went stale between two messages costs a second try; before MAIL no copy can have arrived.</summary>
    private async Task<TransportReply> SendAsync(Route route, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var isReused = _client.IsConnected;
        var reply = await TryAsync(route, message, cancellationToken);
        var wentStale = isReused && !_client.IsConnected && reply is { Outcome: TransportOutcome.Deferred, Stage: TransportStage.Mail };
        return wentStale ? await TryAsync(route, message, cancellationToken) : reply;
    }

    private async Task<TransportReply> TryAsync(Route route, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var progress = new MailKitProgress();
        try
        {
            return await OpenAsync(progress, cancellationToken) ?? await SendAsync(route, message, progress, cancellationToken);
        }
        catch (Exception fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reply = MailKitFault.Reply(fault, progress.Stage, [settings.User, settings.Password]);
            if (reply.Stage < TransportStage.Mail || MailKitFault.HangsUp(fault))
            {
                await _client.DisconnectAsync(quit: false, cancellationToken);
            }

            return reply;
        }
    }

    private async Task<TransportReply?> OpenAsync(MailKitProgress progress, CancellationToken cancellationToken)
    {
        if (!_client.IsConnected)
        {
            var addresses = await Dns.GetHostAddressesAsync(settings.Host, cancellationToken);
            if (SmtpServer.RefusePlainText(settings, addresses) is { } refusal)
            {
                return refusal;
            }

            // One that MailKit opens would hold back the end of each message.
            var socket = await SmtpServer.ConnectAsync(addresses, settings.Port, SmtpTimeouts.Rfc5321.Connect, cancellationToken);
            await _client.ConnectAsync(socket, settings.Host, settings.Port, MailKitSecurity.Of(settings.Security), cancellationToken);
            progress.Stage = TransportStage.Auth;
        }

        if (settings.User is { Length: > 0 } user && !_client.IsAuthenticated && await LogInAsync(user, cancellationToken) is { } unwelcome)
        {
            await _client.DisconnectAsync(quit: true, cancellationToken);
            return unwelcome;
        }

        progress.Stage = TransportStage.Mail;
        return null;
    }

    private async Task<TransportReply?> LogInAsync(string user, CancellationToken cancellationToken)
    {
        if (tokens is not null)
        {
            return _client.AuthenticationMechanisms.Contains("XOAUTH2")
                ? await tokens.LogInAsync(token => LogInAsync(user, token, cancellationToken), cancellationToken)
                : new TransportReply(TransportOutcome.Refused, TransportStage.Auth, SmtpHandshake.NoTokens);
        }

        await _client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
        return null;
    }

    // MailKit never chooses XOAUTH2 by itself.
    private async Task<TransportReply?> LogInAsync(string user, string token, CancellationToken cancellationToken)
    {
        try
        {
            await _client.AuthenticateAsync(new SaslMechanismOAuth2(user, token), cancellationToken);
            return null;
        }
        catch (Exception refused) when (refused is AuthenticationException or SmtpCommandException)
        {
            return MailKitFault.Reply(refused, TransportStage.Auth, [token]);
        }
    }

    private async Task<TransportReply> SendAsync(Route route, ReadOnlyMemory<byte> message, MailKitProgress progress, CancellationToken cancellationToken)
    {
        if (route.NeedsUtf8 && !_client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            return new TransportReply(TransportOutcome.Refused, TransportStage.Recipient, SmtpMail.NoSmtpUtf8);
        }

        using var stream = new MemoryStream(message.ToArray(), writable: false);
        using var mime = await MimeMessage.LoadAsync(stream, persistent: true, cancellationToken);
        // Not to be cancelled: whoever does not wait for the answer sends the message twice.
        var words = await _client.SendAsync(FormatOptions.Default, mime, Mailbox(route.From), [Mailbox(route.Recipient)], CancellationToken.None, progress);
        return new TransportReply(TransportOutcome.Accepted, TransportStage.Done, new SmtpReply(250, [words]).Text);
    }

    private static MailboxAddress Mailbox(AddressSpec address) => new(name: null, address.ToString());
}
