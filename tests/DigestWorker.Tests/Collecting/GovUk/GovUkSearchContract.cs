using System.Text.Json;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.GovUk;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.GovUk;

public sealed class GovUkSearchContract : SourceReaderContract
{
    protected override string Address => "https://www.gov.uk/api/search.json?q=children";

    protected override string Body(string title, string link) => $$"""
        {"results": [{"title": {{JsonSerializer.Serialize(title)}}, "link": {{JsonSerializer.Serialize(link)}}, "public_timestamp": "2025-11-24T09:30:00Z"}], "total": 100000, "start": 0}
        """;

    private protected override ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock) =>
        new GovUkSearchReader(fetcher, new PageByPage(fetcher, settings, clock), clock);
}
