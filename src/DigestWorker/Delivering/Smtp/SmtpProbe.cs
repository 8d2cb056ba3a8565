using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using DigestWorker.Delivering.OAuth;
using DigestWorker.Settings;

namespace DigestWorker.Delivering.Smtp;

/// <summary>Goes to the mail server as far as the log-in, leaves again, and says in words what came of it. No mail is sent.</summary>
/// <param name="trust">Stands in for the system's check of the server's certificate; null leaves it to the system.</param>
internal sealed class SmtpProbe(SmtpSettings settings, SmtpTimeouts timeouts, TimeProvider time, RemoteCertificateValidationCallback? trust = null)
{
    /// <summary>Somebody waits for the answer.</summary>
    public static readonly SmtpTimeouts Patience = new() { Connect = TimeSpan.FromSeconds(10), Tls = TimeSpan.FromSeconds(10), Command = TimeSpan.FromSeconds(15) };

    private readonly CertificateNote _certificate = new((settings.Host, "Delivery:Smtp:Host"), time, trust);

    public async Task<ProbeAnswer> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TalkAsync(cancellationToken) is { } refusal ? new ProbeAnswer(IsGood: false, Words(refusal)) : Welcome();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && Words(fault) is { } words)
        {
            return new ProbeAnswer(IsGood: false, words);
        }
    }

    private async Task<TransportReply?> TalkAsync(CancellationToken cancellationToken)
    {
        var (addresses, refusal) = await SmtpServer.FindAsync(settings, timeouts.Connect, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var connection = await SmtpConnection.OpenAsync(addresses, settings, timeouts.Connect, cancellationToken);
        var session = new SmtpSession(connection, timeouts);
        using var tokens = AccessTokens.For(settings.OAuth, time);
        try
        {
            var refused = await new SmtpHandshake(session, settings, _certificate.Judge, tokens).RunAsync(cancellationToken);
            await session.DisposeAsync();
            return refused;
        }
        catch
        {
            await session.HangUpAsync();
            throw;
        }
    }

    private ProbeAnswer Welcome()
    {
        var way = settings.Security == SmtpSecurity.None ? "without TLS, on this machine" : "over TLS";
        var logIn = settings.User is { Length: > 0 } ? "takes our log-in" : "was asked for no log-in, since Delivery:Smtp:User is not set";
        return new ProbeAnswer(_certificate.HoldsLong, $"{Server} answers {way} and {logIn}. {_certificate.Note()}".TrimEnd());
    }

    private string Words(TransportReply refusal) => refusal.Stage switch
    {
        TransportStage.Auth => $"{Server} does not take our log-in; check Delivery:Smtp:User and its password or OAuth. The answer was: {refusal.Text}",
        TransportStage.Tls => $"{Server} does not turn to TLS; try \"Security\": \"ImplicitTls\" with port 465, or ask whoever runs it. {refusal.Text}",
        _ => $"{Server} does not want to talk to us. The answer was: {refusal.Text}",
    };

    private string? Words(Exception fault) => fault switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            $"No name server of this machine knows {settings.Host}; correct Delivery:Smtp:Host.",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            $"{Server} refuses connections; correct Delivery:Smtp:Host or Port, or start the server.",
        TimeoutException or SocketException { SocketErrorCode: SocketError.TimedOut } =>
            $"{Server} did not answer in time; a firewall may be in the way, Delivery:Smtp:Port may be wrong, or port 465 wants \"Security\": \"ImplicitTls\".",
        AuthenticationException when _certificate.Fault is { } words => $"{Server} cannot be trusted: {words}",
        AuthenticationException or IOException or InvalidDataException =>
            $"{Server} answers otherwise than Delivery:Smtp:Security expects; port 587 goes with \"StartTls\", port 465 with \"ImplicitTls\".",
        SocketException => $"{Server} cannot be reached from this machine: {HeaderText.Clean(fault.Message)}",
        _ => null,
    };

    private string Server => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}, port {settings.Port},");
}

/// <param name="IsGood">False where the admin has something to do.</param>
internal sealed record ProbeAnswer(bool IsGood, string Words);
