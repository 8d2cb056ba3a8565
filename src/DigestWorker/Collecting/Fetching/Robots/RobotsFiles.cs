using System.Collections.Concurrent;
using System.Net;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Fetching.Robots;

/// <summary>The robots.txt of each site, asked for once a day. One that cannot be had closes its site for an hour; one that does not exist opens it (RFC 9309).</summary>
internal sealed class RobotsFiles(Func<Uri, CancellationToken, Task<FetchResult>> fetch, TimeProvider clock)
{
    private const int MostSites = 1000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan ClosedFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.Ordinal);
    private readonly HostGates _oneAtATime = new(places: 1, spacing: TimeSpan.Zero, (_, _) => null, clock);

    /// <returns>Why the page is not to be asked for; null where it may be.</returns>
    public async Task<FetchResult.Failed?> ObjectionAsync(Uri page, CancellationToken cancellationToken)
    {
        var site = await SiteAsync(page.GetLeftPart(UriPartial.Authority), cancellationToken);
        return site switch
        {
            { Rules: null } => new FetchResult.Failed("its robots.txt cannot be had, so nobody knows whether its pages may be read") { Trouble = Trouble.Blocked, RetryAt = site.Until },
            { Rules: var rules } when !rules.Allow(page) => new FetchResult.Failed("its robots.txt does not let programs such as this one read that page") { Trouble = Trouble.Blocked },
            _ => null,
        };
    }

    private async Task<Site> SiteAsync(string root, CancellationToken cancellationToken)
    {
        using var turn = await _oneAtATime.EnterAsync(root, cancellationToken);
        if (_sites.TryGetValue(root, out var known) && known.Until > clock.GetUtcNow())
        {
            return known;
        }

        // Links can name any number of sites.
        if (_sites.Count >= MostSites)
        {
            _sites.Clear();
        }

        return _sites[root] = Read(await fetch(new Uri($"{root}/robots.txt"), cancellationToken));
    }

    private Site Read(FetchResult result) => result switch
    {
        FetchResult.Fetched { Answer.Bytes: var bytes } => new(RobotsRules.Parse(bytes, CollectingHttp.Robot), clock.GetUtcNow() + KeptFor),
        FetchResult.Failed { Refusal.Status: < HttpStatusCode.InternalServerError and not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) } => new(RobotsRules.None, clock.GetUtcNow() + KeptFor),
        _ => new(Rules: null, clock.GetUtcNow() + ClosedFor),
    };

    /// <param name="Rules">Null where they cannot be had.</param>
    private sealed record Site(RobotsRules? Rules, DateTimeOffset Until);
}
