using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>Which changes of statutory guidance one subscriber is to hear of now: few a week, and none on quiet days.</summary>
internal sealed class FindAlerts(DigestSettings settings, AlertReaders readers, QuietTeams quietTeams)
{
    private const int MostInAWeek = 3;

    private readonly Dictionary<string, Role> _roles = settings.Roles.ToDictionary(role => role.Id, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Topic> _topics = settings.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);

    /// <returns>Asked with a subscriber and since when what is news has not been told to them; answers with the best first.</returns>
    public Func<Subscriber, DateTimeOffset, IEnumerable<Alert>> Among(IReadOnlyList<StatutoryChange> changes, DateTimeOffset now)
    {
        var quiet = quietTeams.Who(EditionWeek.LondonDay(now));
        var told = readers.Told(now.AddDays(-7));
        return (subscriber, since) => quiet.Contains(subscriber.Id)
            ? []
            : Wanted(subscriber, [.. changes.Where(change => change.NewsAt >= since)], now)
                .Where(alert => !new ToldPages(told[subscriber.Id]).Hold(alert.Selected.Release, alert.Request.Window))
                .Take(MostInAWeek - told[subscriber.Id].Count());
    }

    private IEnumerable<Alert> Wanted(Subscriber subscriber, IReadOnlyList<StatutoryChange> changes, DateTimeOffset now)
    {
        var request = Request(subscriber, [.. changes.Select(change => change.Release)], now);
        return changes.Count == 0 || request.Roles.Count == 0
            ? []
            : DigestSelector.Ranked(request).Select(selected => new Alert(
                request, selected with { Release = changes.First(change => change.Release == selected.Release).Pages }));
    }

    private DigestRequest Request(Subscriber subscriber, IReadOnlyList<Release> candidates, DateTimeOffset now) => new()
    {
        Week = EditionWeek.LastComplete(now),
        Window = new DigestWindow(now - WriteAlerts.Oldest, now.AddSeconds(1), First: false),
        Roles = [.. subscriber.Roles.Where(_roles.ContainsKey).Select(id => _roles[id])],
        Areas = subscriber.Areas,
        Wishes = subscriber.Wishes,
        Candidates = candidates,
        Topics = _topics,
        UnreadSources = [],
    };
}

/// <param name="Selected">With nothing but the statutory pages.</param>
internal sealed record Alert(DigestRequest Request, SelectedRelease Selected);
