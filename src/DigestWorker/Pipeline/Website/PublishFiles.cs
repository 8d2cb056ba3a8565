using DigestWorker.Composing;
using DigestWorker.Composing.Website;
using DigestWorker.Composing.Wording;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Website;

/// <summary>Writes what everybody may read: a feed and a calendar for each role, a calendar for each team, the week's digests, and a page that lists them.</summary>
internal sealed class PublishFiles(
    DigestSettings settings,
    DigestWords words,
    MatchReleases match,
    PublicTeams teams,
    PublicFeeds feeds,
    PublicCalendars calendars,
    PublicDigests digests)
{
    /// <param name="address">Where the files will be read.</param>
    public async Task<PublishedFiles> RunAsync(string path, Uri address, CancellationToken cancellationToken)
    {
        var folder = new PublicFolder(path);
        folder.Open();

        // An entry that still waits to be understood would look as if it told no day any more.
        match.Run(cancellationToken);
        var known = teams.Run();
        var published = new PublishedFiles([], []);
        foreach (var file in feeds.Run(WithSlash(address)).Concat(calendars.Run(address.IdnHost, known)).Concat(digests.Run()))
        {
            published.Add(file, await folder.WriteAsync(file, cancellationToken));
        }

        var index = new PublicFile(PublicNames.Index, Index(known, folder.Editions()));
        published.Add(index, await folder.WriteAsync(index, cancellationToken));
        return published;
    }

    private string Index(IReadOnlyList<PublicTeam> known, IReadOnlyList<PublicIndex.EditionFile> editions) =>
        new PublicIndex(words.Title, settings.Roles, [.. known.Select(team => (SafeText.Line(team.Name), team.File))], editions).ToHtml();

    private static Uri WithSlash(Uri address) => new(address.AbsoluteUri.TrimEnd('/') + "/");
}

/// <summary>The files of one run, by name.</summary>
internal sealed record PublishedFiles(List<string> Written, List<string> Unchanged)
{
    public void Add(PublicFile file, bool written) => (written ? Written : Unchanged).Add(file.Name);
}
