using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Ons;

/// <summary>Reads the releases of the Office for National Statistics, those that are out and those that will be.</summary>
internal sealed class OnsReleaseReader(SourceFetcher fetcher, PageByPage pages, TimeProvider clock) : ISourceReader
{
    private readonly OnsHeadlines _headlines = new(fetcher, clock);

    public SourceKind Kind => SourceKind.OnsReleases;

    public async Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken)
    {
        var (address, home) = (new OnsAddress(source.Url), OnsSite.HomeOf(source.Url));
        var listing = new Listing(address.Page, answer => OnsBody.Parse(answer, home, clock.GetUtcNow()), address.PageSize, Step: address.PageSize);
        var result = await fetcher.FetchAsync(address.Page(1), since, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var first } => await pages.ReadAsync(listing, first, cancellationToken),
            var without => without.ToRead(),
        };
        return result is ReadResult.Read read && !source.Url.IsFile ? await _headlines.AddToAsync(read, home, cancellationToken) : result;
    }
}
