using System.Text.Json;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.WordPress;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.WordPress;

public sealed class WordPressContract : SourceReaderContract
{
    protected override string Address => "https://www.example.org/";

    protected override string Body(string title, string link) => $$$"""
        [{"title": {"rendered": {{{JsonSerializer.Serialize(title)}}}}, "link": {{{JsonSerializer.Serialize(link)}}}, "modified_gmt": "2025-11-24T09:30:00"}]
        """;

    private protected override ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock) =>
        new WordPressReader(fetcher, new FeedParser(settings, clock), new PageByPage(fetcher, settings, clock), clock);
}
