using System.Text.Json;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.GovUk;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.GovUk;

public sealed class GovUkContentContract : SourceReaderContract
{
    protected override string Address => "https://www.gov.uk/api/content/guidance/safer-recruitment";

    protected override string Body(string title, string link) => $$"""
        {"title": {{JsonSerializer.Serialize(title)}}, "base_path": {{JsonSerializer.Serialize(link)}}, "document_type": "guidance"}
        """;

    private protected override ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock) =>
        new GovUkContentReader(fetcher, clock);
}
