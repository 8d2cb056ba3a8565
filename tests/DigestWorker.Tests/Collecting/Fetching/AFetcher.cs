using System.Text;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>A fetcher as the program wires it, on top of a handler.</summary>
internal static class AFetcher
{
    public const string Feed = "<rss><channel><item><title>One</title></item></channel></rss>";

    public static byte[] FeedBytes => Encoding.UTF8.GetBytes(Feed);

    public static SourceFetcher On(HttpMessageHandler handler, CollectingSettings? settings = null) =>
        new(CollectingHttp.Client(handler, settings ?? new()), settings ?? new(), TimeProvider.System);

    public static SourceFetcher OnNetwork(CollectingSettings settings) => On(CollectingHttp.Handler(settings), settings);
}
