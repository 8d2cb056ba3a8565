using System.Text;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>A fetcher as the program wires it, on top of a handler; by default it does not space its requests.</summary>
internal static class AFetcher
{
    public const string Feed = "<rss><channel><item><title>One</title></item></channel></rss>";

    public static byte[] FeedBytes => Encoding.UTF8.GetBytes(Feed);

    public static SourceFetcher On(HttpMessageHandler handler, CollectingSettings? settings = null, TimeSpan? untilHeaders = null)
    {
        settings ??= new() { SecondsBetweenRequests = 0 };
        var http = new HttpClient(handler);
        CollectingHttp.Introduce(http, settings);
        http.Timeout = untilHeaders ?? http.Timeout;
        return new(http, settings, (_, _) => null, new HastyClock());
    }

    /// <summary>On the real network, of which tests reach this machine only.</summary>
    public static SourceFetcher OnNetwork(CollectingSettings? settings = null)
    {
        settings ??= new() { AllowPrivateAddresses = true };
        return On(CollectingHttp.Handler(settings), settings);
    }
}
