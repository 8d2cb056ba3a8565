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

    /// <summary>A first digest looks four weeks back; a week more for late runs.</summary>
    public static readonly TimeSpan LookBack = DigestWindow.FirstLookBack + TimeSpan.FromDays(7);

    public async Task<ReadResult> ReadAsync(Listing listing, Answer first, CancellationToken cancellationToken)
    {
        var pages = new List<ApiList>();
        var (answer, fault) = ((Answer?)first, (string?)null);
        while (fault is null && answer is not null)
        {
            fault = Parse(listing, answer, pages);
            (answer, fault) = fault is null ? await NextAsync(listing, pages, cancellationToken) : (null, fault);
        }

        return pages.Count == 0 ? new ReadResult.Failed(fault!) : Joined(pages, fault, first.Validators) with { FreshFor = first.FreshFor };
    }

    private static string? Parse(Listing listing, Answer answer, List<ApiList> pages)
    {
        try
        {
            pages.Add(listing.Parse(answer));
            return null;
        }
        catch (UnreadableFeedException unreadable)
        {
            return unreadable.Message;
        }
    }

    private async Task<(Answer? Answer, string? Fault)> NextAsync(Listing listing, List<ApiList> pages, CancellationToken cancellationToken)
    {
        var address = listing.AddressOf(pages.Count + 1);
        if (address.IsFile || listing.IsLast(pages.Count, pages[^1]) || !pages[^1].Entries.Any(IsRecent))
        {
            return (null, null);
        }

        if (pages.Count == MostPages)
        {
            return (null, $"the list has more pages than the {pages.Count} that are read at a time; narrow it by a parameter of its address");
        }

        return await fetcher.FetchAsync(address, since: null, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } => (answer, null),
            FetchResult.Failed { Refusal.Status: HttpStatusCode.BadRequest } => (null, null), // WordPress, past its last page
            FetchResult.Failed { Reason: var reason } => (null, reason),
            _ => (null, null),
        };
    }

    private bool IsRecent(Entry entry) =>
        (entry.Announcement?.Expected ?? entry.Updated ?? entry.Published)?.At > clock.GetUtcNow() - LookBack;

    private ReadResult.Read Joined(List<ApiList> pages, string? fault, Validators? validators)
    {
        var remarks = pages.SelectMany(page => page.Remarks).Distinct(StringComparer.Ordinal);
        IReadOnlyList<Entry> entries = [.. pages.SelectMany(page => page.Entries).DistinctBy(Identity, StringComparer.Ordinal).Take(settings.MaxEntries)];
        return fault is null
            ? new(entries, [.. remarks], validators)
            : new(entries, [.. remarks, $"Page {pages.Count + 1} was not read: {fault}."], Validators: null);
    }

    private static string Identity(Entry entry) => entry.GlobalId ?? entry.Url?.AbsoluteUri ?? entry.PublisherId ?? entry.Title;
}
