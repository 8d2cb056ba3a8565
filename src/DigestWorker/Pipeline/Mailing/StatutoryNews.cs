using DigestWorker.Classifying.Documents;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>Finds statutory guidance that was published or changed of late; what a source already held when it was first read is not news.</summary>
internal sealed class StatutoryNews(Releases releases)
{
    public IReadOnlyList<StatutoryChange> In(DigestWindow window)
    {
        var fresh = releases.FreshGuidance(window.From, window.To);
        return fresh.Count == 0 ? [] : [.. releases.Of(fresh.Values.Distinct()).Select(release => Of(release, fresh)).OfType<StatutoryChange>()];
    }

    // What others report of it later is no change of it.
    private static StatutoryChange? Of(Release release, IReadOnlyDictionary<long, long> fresh)
    {
        StoredEntry[] pages = [.. release.Entries.Where(StatutoryGuidance.Is)];
        return pages.Where(page => fresh.ContainsKey(page.Id)).Max(page => page.NewsAt) is { } newsAt
            ? new StatutoryChange(release, new Release(release.Id, pages), newsAt)
            : null;
    }
}

/// <param name="Release">With all that is reported of it: it decides who wants it.</param>
/// <param name="Pages">The same with nothing but the statutory pages: what is told, and which version it is.</param>
internal sealed record StatutoryChange(Release Release, Release Pages, DateTimeOffset NewsAt);
