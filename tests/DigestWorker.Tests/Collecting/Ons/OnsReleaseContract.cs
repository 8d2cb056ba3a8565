using System.Text.Json;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Ons;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.Ons;

public sealed class OnsReleaseContract : SourceReaderContract
{
    protected override string Address => "https://api.beta.ons.gov.uk/v1/search/releases?release-type=type-published";

    protected override string Body(string title, string link) => $$$"""
        {"breakdown": {"total": 100000}, "releases": [{"uri": {{{JsonSerializer.Serialize(link)}}}, "description":
        {"title": {{{JsonSerializer.Serialize(title)}}}, "release_date": "2025-11-24T09:30:00.000Z", "published": true}}]}
        """;

    private protected override ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock) =>
        new OnsReleaseReader(fetcher, new PageByPage(fetcher, settings, clock), clock);
}
