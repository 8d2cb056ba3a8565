using System.Net.Security;
using DigestWorker.Delivering.OAuth;
using DigestWorker.Settings;

namespace DigestWorker.Delivering.Smtp;

/// <summary>Takes a new connection as far as the first MAIL. Each step answers null where the server agreed.</summary>
/// <param name="trust">Stands in for the system's check of the server's certificate; null leaves it to the system.</param>
/// <param name="tokens">Null where a password signs in.</param>
internal sealed class SmtpHandshake(SmtpSession session, SmtpSettings settings, RemoteCertificateValidationCallback? trust, AccessTokens? tokens)
{
    public const string NoTokens = "The server does not offer AUTH XOAUTH2, but Delivery:Smtp:OAuth is set.";

    public async Task<TransportReply?> RunAsync(CancellationToken cancellationToken) =>
        await (settings.Security switch
        {
            SmtpSecurity.ImplicitTls => SecureFirstAsync(cancellationToken),
            SmtpSecurity.StartTls => GreetAndSecureAsync(cancellationToken),
            _ => GreetAsync(cancellationToken),
        }) ?? await LogInAsync(cancellationToken);

    private async Task<TransportReply?> SecureFirstAsync(CancellationToken cancellationToken)
    {
        await SecureAsync(cancellationToken);
        return await GreetAsync(cancellationToken);
    }

    private async Task<TransportReply?> GreetAsync(CancellationToken cancellationToken)
    {
        var greeting = await session.ListenAsync(cancellationToken);
        return greeting.Completes ? await IntroduceAsync(cancellationToken) : greeting.Ends(session.Stage);
    }

    private async Task<TransportReply?> IntroduceAsync(CancellationToken cancellationToken)
    {
        var reply = await session.IntroduceAsync(cancellationToken);
        return reply.Completes ? null : reply.Ends(session.Stage);
    }

    private async Task<TransportReply?> GreetAndSecureAsync(CancellationToken cancellationToken) =>
        await GreetAsync(cancellationToken) ?? await StartTlsAsync(cancellationToken);

    private async Task<TransportReply?> StartTlsAsync(CancellationToken cancellationToken)
    {
        session.Enter(TransportStage.Tls);
        if (!session.Offers.StartTls)
        {
            return Refused("The server does not offer STARTTLS, so nothing was sent: without it anybody on the way could read the mail.");
        }

        var reply = await session.AskAsync("STARTTLS", cancellationToken);
        if (!reply.Completes)
        {
            return reply.Ends(session.Stage);
        }

        await SecureAsync(cancellationToken);
        return await IntroduceAsync(cancellationToken);
    }

    private Task SecureAsync(CancellationToken cancellationToken)
    {
        session.Enter(TransportStage.Tls);
        var options = new SslClientAuthenticationOptions { TargetHost = settings.Host, RemoteCertificateValidationCallback = trust };
        return session.SecureAsync(options, cancellationToken);
    }

    private async Task<TransportReply?> LogInAsync(CancellationToken cancellationToken)
    {
        if (settings.User is not { Length: > 0 } user)
        {
            return null;
        }

        session.Enter(TransportStage.Auth);
        if (tokens is not null)
        {
            return session.Offers.LogIns.Contains("XOAUTH2", StringComparer.OrdinalIgnoreCase)
                ? await tokens.LogInAsync(token => LogInAsync(SaslExchange.Bearer(user, token), cancellationToken), cancellationToken)
                : Refused(NoTokens);
        }

        return SaslExchange.Choose(session.Offers.LogIns, user, settings.Password ?? "") is { } exchange
            ? await LogInAsync(exchange, cancellationToken)
            : Refused("The server offers neither AUTH PLAIN nor AUTH LOGIN, but Delivery:Smtp:User is set.");
    }

    private async Task<TransportReply?> LogInAsync(SaslExchange exchange, CancellationToken cancellationToken)
    {
        var reply = await session.AskAsync(exchange.Opening, cancellationToken);
        for (var i = 0; reply.Continues && i < exchange.Answers.Count; i++)
        {
            reply = await session.AskAsync(exchange.Answers[i], cancellationToken);
        }

        return reply.Completes ? null : reply.Without(exchange.Secrets).Ends(session.Stage);
    }

    private TransportReply Refused(string text) => new(TransportOutcome.Refused, session.Stage, text);
}
