using DigestWorker.Composing.Papers;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Makes a team's paper on one month for its board, and touches nothing.</summary>
internal sealed class MakeBoardPaper(
    DigestSettings settings, BoardPaperComposer composer, Releases releases, UnreadSources unread, TimeProvider time)
{
    public BoardPaper Run(Team team, LondonMonth month) => composer.Compose(new BoardPaperRequest
    {
        Team = team.Name,
        Month = month,
        MonthIsOver = month.To <= time.GetUtcNow(),
        // A role that has left the settings since is passed over.
        Roles = [.. settings.Roles.Where(role => team.Roles.Contains(role.Id, StringComparer.OrdinalIgnoreCase))],
        Areas = team.Areas,
        Candidates = [.. releases.InWindow(month.From, month.To).Where(release => IsNewsOf(month, release))],
        Ahead = releases.Ahead(month.Next, BoardPaperRequest.LastDayAfter(month)),
        Topics = settings.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal),
        UnreadSources = unread.At(month.To),
    });

    // Another outlet that tells of an earlier month's release makes no news; only a change of it does.
    private static bool IsNewsOf(LondonMonth month, Release release) =>
        !release.Entries.Any(entry => entry.NewsAt < month.From) || release.IsRevisedIn(new DigestWindow(month.From, month.To, First: false));
}
