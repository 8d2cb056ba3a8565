using System.Text.RegularExpressions;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Fetching;

/// <summary>The HTTP client that sources are fetched with: it says who asks, and follows, unpacks and remembers nothing by itself.</summary>
internal static partial class CollectingHttp
{
    /// <summary>What robots.txt files call this program.</summary>
    public const string Robot = "digestworker";

    private const int HeadersKilobytes = 64;

    public static SocketsHttpHandler Handler(CollectingSettings settings) => new()
    {
        AllowAutoRedirect = false,
        ConnectCallback = new CheckedConnection(settings.AllowPrivateAddresses).OpenAsync,
        ConnectTimeout = TimeLimits.Connect,
        MaxResponseHeadersLength = HeadersKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        UseCookies = false,
        // A proxy looks names up itself, out of reach of the check of addresses.
        UseProxy = false,
    };

    public static void Introduce(HttpClient client, CollectingSettings settings)
    {
        // Of the headers alone, since each answer is taken over as soon as they are there.
        client.Timeout = TimeLimits.Headers;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(settings.Contact));
    }

    private static string UserAgent(string? contact) =>
        string.IsNullOrWhiteSpace(contact) ? "DigestWorker/1.0" : $"DigestWorker/1.0 (+{NotInComment().Replace(contact.Trim(), "")})";

    /// <summary>What would end or break the comment of a User-Agent.</summary>
    [GeneratedRegex(@"[^!-~]|[()\\]", RegexOptions.None, Pattern.Limit)]
    private static partial Regex NotInComment();
}
