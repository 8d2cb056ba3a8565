using System.Globalization;
using System.Net;
using DigestWorker.Settings;

namespace DigestWorker.Delivering.OAuth;

/// <summary>Asks a provider for an access token (RFC 6749 §4.4 and §6). It follows no redirect: secrets go where the settings say.</summary>
/// <param name="patience">How long the whole answer may take.</param>
internal sealed class TokenEndpoint(OAuthSettings settings, TimeProvider time, TimeSpan patience) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int MaxBytes = 64 * 1024, HeadersKilobytes = 16;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxResponseHeadersLength = HeadersKilobytes })
    {
        MaxResponseContentBufferSize = MaxBytes,
        Timeout = patience,
    };

    public async Task<TokenAnswer> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent(Fields());
            using var response = await _http.PostAsync(new Uri(settings.TokenEndpoint!), form, cancellationToken);
            var body = TokenBody.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return response.IsSuccessStatusCode ? Answer(body) : Refusal(response.StatusCode, body);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && Words(fault) is { } words)
        {
            return TokenAnswer.None(TransportOutcome.Deferred, words);
        }
    }

    public void Dispose() => _http.Dispose();

    private IEnumerable<KeyValuePair<string, string>> Fields() => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["grant_type"] = settings.RefreshToken is null ? "client_credentials" : "refresh_token",
        ["client_id"] = settings.ClientId,
        ["client_secret"] = settings.ClientSecret,
        ["refresh_token"] = settings.RefreshToken,
        ["scope"] = settings.Scope,
    }.Where(field => field.Value is not null)!;

    private TokenAnswer Answer(TokenBody body) => body.Token is { } token
        ? new TokenAnswer(token, time.GetUtcNow() + body.Lasts)
        : TokenAnswer.None(TransportOutcome.Deferred, "The token endpoint answered, but not with a token; see Delivery:Smtp:OAuth:TokenEndpoint.");

    private static TokenAnswer Refusal(HttpStatusCode status, TokenBody body)
    {
        var mayPass = status >= HttpStatusCode.InternalServerError || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
        var words = string.Create(CultureInfo.InvariantCulture, $"The token endpoint answered {(int)status}: {body.Reason}");
        return TokenAnswer.None(mayPass ? TransportOutcome.Deferred : TransportOutcome.Refused, words);
    }

    private string? Words(Exception fault) => fault switch
    {
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"The token endpoint took longer than {patience.TotalSeconds:0.#} seconds."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"The token endpoint's answer has more than {MaxBytes / 1024} kB.",
        HttpRequestException => HeaderText.Clean($"The token endpoint cannot be asked: {fault.Message}"),
        _ => null,
    };
}
