using System.Net;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.Ons;

/// <summary>The pages behind the releases of one read: a bounded number, and none after the first that cannot be had.</summary>
internal sealed class OnsPages(SourceFetcher fetcher, Uri home)
{
    private const int Most = 30;

    private int _fetched;

    /// <summary>Why no more pages are read; null while they are.</summary>
    public string? Fault { get; private set; }

    /// <summary>A release page has no figures, the bulletin that it leads to has.</summary>
    public async Task<string> HeadlinesAsync(Uri release, CancellationToken cancellationToken)
    {
        var page = await PageAsync(release, cancellationToken);
        return page is { Headlines: "", Document.Length: > 0 } && EntryLink.Of(home, page.Document) is { } bulletin
            ? (await PageAsync(bulletin, cancellationToken)).Headlines
            : page.Headlines;
    }

    private async Task<OnsPage> PageAsync(Uri page, CancellationToken cancellationToken)
    {
        if (_fetched == Most)
        {
            Fault ??= $"no more than {Most} pages are read at a time";
        }

        return Fault is null && page.Authority == home.Authority ? await FetchAsync(page, cancellationToken) : OnsPage.Empty;
    }

    private async Task<OnsPage> FetchAsync(Uri page, CancellationToken cancellationToken)
    {
        _fetched++;
        var data = new Uri($"{page.GetLeftPart(UriPartial.Path).TrimEnd('/')}/data");
        switch (await fetcher.FetchAsync(data, since: null, cancellationToken))
        {
            case FetchResult.Fetched { Answer: var answer }:
                return OnsPage.Parse(answer);
            case FetchResult.Failed { Refusal.Status: HttpStatusCode.NotFound or HttpStatusCode.Gone }:
                return OnsPage.Empty;
            case FetchResult.Failed { Reason: var reason }:
                Fault = reason;
                return OnsPage.Empty;
            default:
                return OnsPage.Empty;
        }
    }
}
