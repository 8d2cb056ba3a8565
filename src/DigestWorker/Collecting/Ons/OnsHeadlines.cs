using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Ons;

/// <summary>Gives new releases the headline sentences of their bulletins: the list itself holds no figures.</summary>
internal sealed class OnsHeadlines(SourceFetcher fetcher, TimeProvider clock)
{
    private static readonly TimeSpan NewFor = TimeSpan.FromDays(7);

    public async Task<ReadResult.Read> AddToAsync(ReadResult.Read read, Uri home, CancellationToken cancellationToken)
    {
        var pages = new OnsPages(fetcher, home);
        var entries = new List<Entry>();
        foreach (var entry in read.Entries)
        {
            entries.Add(IsNew(entry) ? entry with { Content = await pages.HeadlinesAsync(entry.Url!, cancellationToken) } : entry);
        }

        return pages.Fault is { } fault
            ? read with { Entries = entries, Remarks = [.. read.Remarks, $"Not all headlines of new releases were read: {fault}."], Validators = null }
            : read with { Entries = entries };
    }

    private bool IsNew(Entry entry) =>
        entry is { Url: not null, Announcement: null, Published: { } published } && published.At > clock.GetUtcNow() - NewFor;
}
