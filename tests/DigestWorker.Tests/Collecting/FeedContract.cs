using System.Security;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting;

public sealed class FeedContract : SourceReaderContract
{
    protected override string Address => "https://www.example.org/feed/";

    protected override string Body(string title, string link) => $"""
        <rss version="2.0"><channel><title>News</title><item><title>{SecurityElement.Escape(title)}</title><link>{SecurityElement.Escape(link)}</link></item></channel></rss>
        """;

    private protected override ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock) =>
        new FeedReader(fetcher, new FeedParser(settings, clock));
}
