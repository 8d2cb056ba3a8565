using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Domain;

namespace DigestWorker.Delivering;

/// <summary>Opens the public address as a link of a mail does, and says in words whether it leads to the service of this installation.</summary>
/// <param name="keys">Null before there are any; then whoever answers as this program does is believed.</param>
/// <param name="listen">Where the service itself listens.</param>
/// <param name="trust">Stands in for the system's check of the certificate; null leaves it to the system.</param>
internal sealed class PageProbe(Uri address, KeyRing? keys, string listen, TimeProvider time, RemoteCertificateValidationCallback? trust = null) : IDisposable
{
    /// <summary>Keeps what is signed here from counting for anything else.</summary>
    public const string Purpose = "public address";

    /// <summary>Below the pages that a proxy has to pass on anyway; whatever follows is signed and sent back.</summary>
    public const string Path = "u/check/";

    private const int MostBytes = 1_000_000, SignatureLength = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly CertificateNote _certificate = new((address.IdnHost, "Web:PublicUrl"), time, trust);

    private HttpClient? _http;

    public async Task<ProbeAnswer> RunAsync(CancellationToken cancellationToken)
    {
        var nonce = Base64Url.EncodeToString(KeyRing.NewKey());
        try
        {
            using var answer = await Http().GetAsync(new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{Path}{nonce}"), cancellationToken);
            return answer.IsSuccessStatusCode
                ? Judge(await answer.Content.ReadAsStringAsync(cancellationToken), nonce)
                : await RefusedAsync(answer, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && Words(fault) is { } words)
        {
            return new ProbeAnswer(IsGood: false, words);
        }
    }

    public void Dispose() => _http?.Dispose();

    private HttpClient Http() => _http ??= new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = Patience,
        SslOptions = { RemoteCertificateValidationCallback = _certificate.Judge },
    })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = MostBytes,
    };

    private ProbeAnswer Judge(string body, string nonce)
    {
        if (!Base64Url.IsValid(body, out var length) || length != SignatureLength)
        {
            return Another("answers");
        }

        return keys is null || keys.IsSigned(Purpose, nonce, Base64Url.DecodeFromChars(body))
            ? Welcome()
            : new(IsGood: false, $"{address} leads to another installation of this program, or to a worker with another key file, where no link of our mails is known; correct Web:PublicUrl, or where the proxy leads.");
    }

    private ProbeAnswer Welcome() => _certificate.Note() is { } note
        ? new(_certificate.HoldsLong, $"{address} leads to this service. {note}")
        : new(IsGood: true, $"{address} leads to this service.");

    private async Task<ProbeAnswer> RefusedAsync(HttpResponseMessage answer, CancellationToken cancellationToken) => answer.StatusCode switch
    {
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            new(IsGood: false, $"{address} sends on to {HeaderText.Clean(answer.Headers.Location?.ToString() ?? "nowhere")}: write where the pages are as Web:PublicUrl, or let the proxy pass /u/ on to {listen}."),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            new(IsGood: false, $"{address} lets nobody in ({(int)answer.StatusCode}): readers open links of mails without a log-in, so let the proxy pass /u/ on to {listen}."),
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout when !await IsRunningAsync(cancellationToken) =>
            new(_certificate.HoldsLong, $"{address} answers, and the service does not run yet; check again once it does. {_certificate.Note()}".TrimEnd()),
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            new(IsGood: false, $"{address} answers, but its proxy does not reach the service ({(int)answer.StatusCode}): let it pass on to {listen}."),
        _ => Another(string.Create(CultureInfo.InvariantCulture, $"answers with {(int)answer.StatusCode}")),
    };

    private ProbeAnswer Another(string answers) =>
        new(IsGood: false, $"{address} {answers}, but not as this service: correct Web:PublicUrl, or let the proxy pass /u/, /p/, /w/, /subscribe, /confirm/ and /team/ on to {listen}.");

    private async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http().GetAsync(new Uri(new Uri(listen), $"/{Path}a"), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private string? Words(Exception fault) => fault switch
    {
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
            $"No name server of this machine knows {address.IdnHost}; correct Web:PublicUrl, or add the name to your DNS.",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
            $"{address} refuses connections: start the proxy that speaks https there, or correct Web:PublicUrl.",
        HttpRequestException { InnerException: AuthenticationException } when _certificate.Fault is { } words => $"{address} cannot be trusted: {words}",
        HttpRequestException { InnerException: AuthenticationException } => $"{address} does not speak https as it should; see to its proxy.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Another("answers").Words,
        OperationCanceledException or HttpRequestException { InnerException: TimeoutException or OperationCanceledException } =>
            $"{address} did not answer in time; a firewall may be in the way. Where only this machine is kept out, open it in a browser elsewhere.",
        HttpRequestException => $"{address} cannot be reached from this machine: {HeaderText.Clean(fault.Message)}",
        _ => null,
    };
}
