using DigestWorker.Composing;
using DigestWorker.Composing.Website;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Writes what everybody may read: a feed and a calendar for each role, a calendar for each team, the week's digests, and a page that lists them.</summary>
internal sealed class PublishFiles(
    DigestSettings settings, DigestWords words, Releases releases, KeepCalendar calendar, PublicDigests digests, PublicTeams teams, TimeProvider time)
{
    private static readonly TimeSpan FeedWindow = TimeSpan.FromDays(56);

    private readonly Dictionary<string, Topic> _topics = settings.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);

    /// <param name="address">Where the files will be read.</param>
    public async Task<PublishedFiles> RunAsync(string path, Uri address, CancellationToken cancellationToken)
    {
        var folder = new PublicFolder(path);
        folder.Open();
        var calendars = teams.Run();
        var published = new PublishedFiles([], []);
        foreach (var file in Feeds(WithSlash(address)).Concat(Calendars(address.IdnHost, calendars)).Concat(digests.Run()))
        {
            published.Add(file, await folder.WriteAsync(file, cancellationToken));
        }

        var index = new PublicFile(PublicNames.Index, Index(calendars, folder.Editions()));
        published.Add(index, await folder.WriteAsync(index, cancellationToken));
        return published;
    }

    private IEnumerable<PublicFile> Feeds(Uri address)
    {
        var now = time.GetUtcNow();
        var feed = new RoleFeed(address, words, _topics, now);
        var recent = releases.InWindow(now - FeedWindow, now);
        return settings.Roles.Select(role => new PublicFile(
            PublicNames.Feed(role), feed.Of(role, PublicNames.Feed(role), new RoleChoice(_topics).Of(recent, [role]))));
    }

    private IEnumerable<PublicFile> Calendars(string host, IReadOnlyList<PublicTeam> calendars)
    {
        var ahead = calendar.Run(host);
        return settings.Roles
            .Select(role => new PublicFile(PublicNames.Calendar(role), Calendar($"Safeguarding dates for {role.Name}", ahead, [role])))
            .Concat(calendars.Select(team => new PublicFile(team.File, Calendar($"Safeguarding dates, {SafeText.Line(team.Name)}", ahead, team.Roles))));
    }

    private string Calendar(string name, DaysAhead ahead, IReadOnlyList<Role> roles)
    {
        var chosen = new RoleChoice(_topics).Of(ahead.Releases, roles).Select(release => release.Id).ToHashSet();
        return CalendarText.Of(
            name,
            ahead.Events.Where(one => chosen.Contains(one.ReleaseId)),
            [.. ahead.WithoutDay.Where(told => chosen.Contains(told.Release.Id))]);
    }

    private string Index(IReadOnlyList<PublicTeam> calendars, IReadOnlyList<PublicIndex.EditionFile> editions) =>
        new PublicIndex(words.Title, settings.Roles, [.. calendars.Select(team => (SafeText.Line(team.Name), team.File))], editions).ToHtml();

    private static Uri WithSlash(Uri address) => new(address.AbsoluteUri.TrimEnd('/') + "/");
}

/// <summary>The files of one run, by name.</summary>
internal sealed record PublishedFiles(List<string> Written, List<string> Unchanged)
{
    public void Add(PublicFile file, bool written) => (written ? Written : Unchanged).Add(file.Name);
}
