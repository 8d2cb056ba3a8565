using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages;

/// <summary>Reads one page that is watched: it is one entry, and a change of its text is a revision.</summary>
internal sealed class PageReader(SourceFetcher fetcher, PageParser parser) : ISourceReader
{
    public SourceKind Kind => SourceKind.Page;

    public async Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken) =>
        await fetcher.FetchPageAsync(source.Url, since, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } => parser.Parse(source.Url, answer).Told(answer),
            var without => without.ToRead(),
        };
}
