using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Collecting;

/// <summary>Reads RSS, Atom and JSON Feed.</summary>
internal sealed class FeedReader(SourceFetcher fetcher, FeedParser parser) : ISourceReader
{
    public SourceKind Kind => SourceKind.Feed;

    public async Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken) =>
        await fetcher.FetchAsync(source.Url, since, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } => Read(answer),
            FetchResult.Failed { Reason: var reason } => new ReadResult.Failed(reason),
            _ => new ReadResult.NotModified(),
        };

    private ReadResult Read(Answer answer) => (parser.Parse(answer), answer.MovedTo) switch
    {
        (ReadResult.Read read, { } address) =>
            read with { Remarks = [$"The source has moved for good to {address}; write that address into the settings.", .. read.Remarks] },
        var (result, _) => result,
    };
}
