using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages;

/// <summary>Reads a page that lists entries, by the recipe of the source.</summary>
internal sealed class PageListReader(SourceFetcher fetcher, ListingParser parser) : ISourceReader
{
    public SourceKind Kind => SourceKind.PageList;

    public async Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken)
    {
        if (source.Recipe is not { } recipe)
        {
            return new ReadResult.Failed("it has neither Recipe nor Selectors, so nobody knows where on the page the entries are") { Trouble = Trouble.Misconfigured };
        }

        return await fetcher.FetchPageAsync(source.Url, since, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } => HomePage.Instead(source.Url, answer.Address) ?? parser.Parse(answer, recipe).Told(answer),
            var without => without.ToRead(),
        };
    }
}
