using System.Net;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Apis;

/// <summary>
/// Reads on from the first page of a list, newest first, as far back as an entry may still be news. It remembers nothing:
/// each read covers the weeks before again, so that what moved between two pages or two reads is not missed.
/// </summary>
internal sealed class PageByPage(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock)
{
    private const int MostPages = 5;

    // So WordPress answers behind its last page.
    private const HttpStatusCode PastTheEnd = HttpStatusCode.BadRequest;

    /// <summary>A first digest looks four weeks back; a week more for late runs.</summary>
    public static readonly TimeSpan LookBack = DigestWindow.FirstLookBack + TimeSpan.FromDays(7);

    public async Task<ReadResult> ReadAsync(Listing listing, Answer first, CancellationToken cancellationToken)
    {
        var pages = new List<ApiList>();
        try
        {
            for (var answer = first; answer is not null; answer = await NextAsync(listing, pages, cancellationToken))
            {
                pages.Add(listing.Parse(answer));
            }

            return Joined(pages, [], first.Validators) with { FreshFor = first.FreshFor };
        }
        catch (UnreadableFeedException fault)
        {
            return pages.Count == 0
                ? new ReadResult.Failed(fault.Message)
                : Joined(pages, [$"Page {pages.Count + 1} was not read: {fault.Message}."], validators: null);
        }
    }

    /// <returns>Null where nothing more is wanted.</returns>
    private async Task<Answer?> NextAsync(Listing listing, List<ApiList> pages, CancellationToken cancellationToken)
    {
        var address = listing.AddressOf(pages.Count + 1);
        if (address.IsFile || listing.IsLast(pages.Count, pages[^1]) || !pages[^1].Entries.Any(IsRecent))
        {
            return null;
        }

        if (pages.Count == MostPages)
        {
            throw new UnreadableFeedException($"no more than {MostPages} pages are read at a time; narrow the list by a parameter of its address");
        }

        return await fetcher.FetchAsync(address, since: null, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } => answer,
            FetchResult.Failed { Reason: var reason, Refusal: null or { Status: not PastTheEnd } } => throw new UnreadableFeedException(reason),
            _ => null,
        };
    }

    private bool IsRecent(Entry entry) =>
        (entry.Announcement?.Expected ?? entry.Updated ?? entry.Published)?.At > clock.GetUtcNow() - LookBack;

    private ReadResult.Read Joined(List<ApiList> pages, IEnumerable<string> faults, Validators? validators) => new(
        [.. pages.SelectMany(page => page.Entries).DistinctBy(Identity, StringComparer.Ordinal).Take(settings.MaxEntries)],
        [.. pages.SelectMany(page => page.Remarks).Concat(faults).Distinct(StringComparer.Ordinal)],
        validators);

    private static string Identity(Entry entry) => entry.GlobalId ?? entry.Url?.AbsoluteUri ?? entry.PublisherId ?? entry.Title;
}
