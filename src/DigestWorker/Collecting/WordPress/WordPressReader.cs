using System.Net;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.WordPress;

/// <summary>Reads a WordPress site through its REST API or, where that is closed, its feed.</summary>
internal sealed class WordPressReader(SourceFetcher fetcher, FeedParser feeds, PageByPage pages, TimeProvider clock) : ISourceReader
{
    private readonly FeedReader _feedReader = new(fetcher, feeds);

    public SourceKind Kind => SourceKind.WpRest;

    /// <param name="since">Not sent: what is asked for names a day, so it is another address every day.</param>
    public async Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var address = new WordPressAddress(source.Url, now - PageByPage.LookBack);
        var listing = new Listing(address.Page, answer => WordPressBody.Parse(answer, address.Site, now), address.PageSize, Step: address.PageSize);
        return await fetcher.FetchAsync(address.Page(1), since: null, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var first } => await pages.ReadAsync(listing, first, cancellationToken),
            FetchResult.Failed { Refusal.Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound } closed =>
                await ReadFeedAsync(source, address.Feed, closed.Reason, cancellationToken),
            var without => without.ToRead(),
        };
    }

    private async Task<ReadResult> ReadFeedAsync(Source source, Uri feed, string closed, CancellationToken cancellationToken) =>
        await _feedReader.ReadAsync(source with { Url = feed }, since: null, cancellationToken) switch
        {
            ReadResult.Read read => read with
            {
                Remarks =
                [
                    $"WordPress's API is closed here ({closed}), so its feed was read. Set Kind to feed and Url to {feed} to ask for that at once.",
                    .. read.Remarks,
                ],
                Validators = null,
            },
            ReadResult.Failed failed => failed with { Reason = $"of its API, {closed}; of its feed {feed}, {failed.Reason}" },
            var result => result,
        };
}
