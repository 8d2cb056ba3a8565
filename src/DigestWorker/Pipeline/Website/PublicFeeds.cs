using DigestWorker.Composing;
using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Website;

/// <summary>A feed for each role of what it was offered in the last eight weeks.</summary>
internal sealed class PublicFeeds(DigestSettings settings, DigestWords words, Releases releases, TimeProvider time)
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(56);

    private readonly Dictionary<string, Topic> _topics = settings.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);

    /// <param name="address">Where the files are read, with a slash at its end.</param>
    public IReadOnlyList<PublicFile> Run(Uri address)
    {
        var now = time.GetUtcNow();
        var feed = new RoleFeed(address, words, _topics, now);
        var choice = new RoleChoice(_topics);
        var recent = releases.InWindow(now - LookBack, now);
        return [.. settings.Roles.Select(role => new PublicFile(PublicNames.Feed(role), feed.Of(role, choice.Of(recent, [role]))))];
    }
}
