using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages;
using DigestWorker.Domain;

namespace DigestWorker.Collecting;

/// <summary>Reads RSS, Atom and JSON Feed. Given a page by mistake, it reads the feed that the page names, and says so.</summary>
internal sealed class FeedReader(SourceFetcher fetcher, FeedParser parser) : ISourceReader
{
    public SourceKind Kind => SourceKind.Feed;

    public async Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken) =>
        await fetcher.FetchAsync(source.Url, since, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } => await ReadAsync(source.Url, answer, cancellationToken),
            var without => without.ToRead(),
        };

    private async Task<ReadResult> ReadAsync(Uri asked, Answer answer, CancellationToken cancellationToken) =>
        parser.Parse(answer) switch
        {
            ReadResult.Failed when HomePage.Instead(asked, answer.Address) is { } gone => gone,
            ReadResult.Failed when FeedLinks.In(answer) is [var feed, ..] => await ReadNamedAsync(feed, cancellationToken),
            var result => result.Told(answer),
        };

    /// <summary>Without validators: those of the page say nothing about the feed.</summary>
    private async Task<ReadResult> ReadNamedAsync(Uri feed, CancellationToken cancellationToken) =>
        (await fetcher.FetchAsync(feed, since: null, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } => parser.Parse(answer),
            var without => without.ToRead(),
        }) switch
        {
            ReadResult.Read read => read with
            {
                Remarks = [$"This address is a page; its feed is at {feed} — write that as Url.", .. read.Remarks],
                Validators = null,
            },
            ReadResult.Failed failed => failed with { Reason = $"it is a web page, and its feed at {feed} cannot be read either: {failed.Reason}" },
            var result => result,
        };
}
