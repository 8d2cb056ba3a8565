using System.Text.RegularExpressions;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Fetching;

/// <summary>The HTTP client that sources are fetched with: it says who asks, and follows, unpacks and remembers nothing by itself.</summary>
internal static partial class CollectingHttp
{
    private const int HeadersKilobytes = 64;

    public static SocketsHttpHandler Handler(CollectingSettings settings) => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
        MaxResponseHeadersLength = HeadersKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        UseCookies = false,
    };

    public static HttpClient Client(HttpMessageHandler handler, CollectingSettings settings)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(settings.Contact));
        return client;
    }

    private static string UserAgent(string? contact) =>
        string.IsNullOrWhiteSpace(contact) ? "DigestWorker/1.0" : $"DigestWorker/1.0 (+{NotInComment().Replace(contact.Trim(), "")})";

    /// <summary>What would end or break the comment of a User-Agent.</summary>
    [GeneratedRegex(@"[^!-~]|[()\\]", RegexOptions.None, 1000)]
    private static partial Regex NotInComment();
}
