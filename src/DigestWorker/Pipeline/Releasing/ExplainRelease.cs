using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>All that is known of a release: why its entries stand together, and what nearly stood with them.</summary>
internal sealed class ExplainRelease(Database database, Releases releases)
{
    /// <returns>Null where no release has the id.</returns>
    public ReleaseStory? Run(long id)
    {
        if (releases.Find(id) is not { } release)
        {
            return null;
        }

        using var connection = database.Open();
        var near = Memberships.Near(connection, release.Entries.Select(entry => entry.Id));
        return new ReleaseStory(
            release,
            [.. release.Entries.SelectMany(entry => near[entry.Id].Select(link => new NearMiss(entry, link, releases.Find(link.ReleaseId)?.Lead.Entry.Title ?? "")))],
            Verdicts.On(connection, release.Entries.Select(entry => entry.Id)));
    }
}

internal sealed record ReleaseStory(Release Release, IReadOnlyList<NearMiss> NearMisses, IReadOnlyList<Verdict> Verdicts);

/// <param name="Title">Of the other release.</param>
internal sealed record NearMiss(StoredEntry Entry, NearRelease Link, string Title);
