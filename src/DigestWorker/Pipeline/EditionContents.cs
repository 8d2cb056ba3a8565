using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestWorker.Composing;
using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline;

/// <summary>
/// All that one edition can draw on, loaded once. Composing for a subscriber touches nothing; subscribers with the same
/// roles, areas, wishes, window, candidates and quiet weeks share one profile.
/// </summary>
internal sealed class EditionContents(DigestSettings settings, Lazy<DigestComposer> composer, EditionWeek week, Material material)
{
    private readonly Dictionary<string, Role> _roles = settings.Roles.ToDictionary(role => role.Id, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Topic> _topics = settings.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, DigestOutcome> _outcomes = new(StringComparer.Ordinal);

    public long FirstRelease => material.Releases.Count == 0 ? long.MaxValue : material.Releases[0].Id;

    public IReadOnlyList<Release> Releases => material.Releases;

    public int KeptMonths => settings.Storage.Retention.DeliveryMonths;

    /// <param name="sent">Releases that this subscriber had in earlier digests.</param>
    /// <returns>Null when there is nothing new for this subscriber.</returns>
    public Composed? Compose(Subscriber subscriber, (DigestWindow Window, QuietWeeks Quiet) time, IReadOnlySet<SentRelease> sent) =>
        Reach(subscriber, time, sent).Composed;

    /// <param name="sent">Releases that this subscriber had in earlier digests.</param>
    /// <returns>The same for all who share a profile, or have nothing new for the same reasons.</returns>
    public DigestOutcome Reach(Subscriber subscriber, (DigestWindow Window, QuietWeeks Quiet) time, IReadOnlySet<SentRelease> sent)
    {
        var request = Request(subscriber, time.Window, sent) with { Quiet = time.Quiet };
        var key = Key(request);
        if (!_outcomes.TryGetValue(key, out var outcome))
        {
            outcome = new DigestOutcome(request, Compose(request));
            _outcomes.Add(key, outcome);
        }

        return outcome;
    }

    /// <summary>What one release is to one subscriber, whether or not it is among the candidates.</summary>
    public Judgement Judge(Release release, Subscriber subscriber, DigestWindow window, IReadOnlySet<SentRelease> sent) =>
        DigestSelector.Judge(release, Request(subscriber, window, sent));

    /// <returns>All that a digest with room for everything would hold, best first.</returns>
    public IReadOnlyList<SelectedRelease> Ranked(Subscriber subscriber, DigestWindow window, IReadOnlySet<SentRelease> sent) =>
        DigestSelector.Ranked(Request(subscriber, window, sent));

    private DigestRequest Request(Subscriber subscriber, DigestWindow window, IReadOnlySet<SentRelease> sent) => new()
    {
        Week = week,
        Window = window,
        // A role that has left the settings since is passed over.
        Roles = [.. subscriber.Roles.Where(_roles.ContainsKey).Select(id => _roles[id])],
        Areas = subscriber.Areas,
        Wishes = subscriber.Wishes,
        Candidates = [.. material.Releases.Where(release => NewsFit.IsDue(NewsFit.Of(release, window, sent)))],
        Topics = _topics,
        UnreadSources = material.UnreadSources,
        Ahead = material.Ahead,
        SourcesRead = settings.Sources.Count - material.UnreadSources.Count,
    };

    private Composed? Compose(DigestRequest request)
    {
        var selection = DigestSelector.Select(request);
        if (selection.IsEmpty && !(request.IsNoteDue && request.Roles.Count > 0))
        {
            return null;
        }

        var digest = composer.Value.Compose(request, selection);
        return new Composed(ToProfile(digest, request.Wishes.TextOnly), digest.Selection);
    }

    private Profile ToProfile(ComposedDigest digest, bool textOnly)
    {
        var (sender, replyTo) = (settings.Delivery.From, settings.Delivery.ReplyTo ?? settings.Delivery.From);
        var all = string.Join('\0', sender, replyTo, digest.Subject, digest.Text, digest.Html, settings.Web.Address(), textOnly ? "text" : "");
        return new Profile(SHA256.HashData(Encoding.UTF8.GetBytes(all)), sender, replyTo, digest.Subject, digest.Text, digest.Html, settings.Web.Address()) { TextOnly = textOnly };
    }

    private static string Key(DigestRequest request) => string.Create(CultureInfo.InvariantCulture, $"""
        {string.Join(',', request.Roles.Select(role => role.Id))}|{string.Join(',', request.Areas)}|
        {request.Window}|{string.Join(',', request.Candidates.Select(release => release.Id))}|
        {Key(request.Wishes)}|
        {string.Join(',', request.Quiet.Empty)}|{string.Join(',', request.Quiet.Missed)}
        """);

    // Words are people's own and may hold a comma. Weekday, pause and alerts change when something comes, never what.
    private static string Key(Wishes wishes) => string.Join('\u0001', new[] { wishes.Followed, wishes.Muted, wishes.FollowedTopics, wishes.MutedTopics }
        .Select(words => string.Join('\0', words)).Append($"{wishes.TextOnly}{wishes.SaysNothingNew}"));
}

/// <summary>What an edition is made of.</summary>
/// <param name="Ahead">What is told for the four weeks after.</param>
/// <param name="UnreadSources">Names of those that failed for a while.</param>
internal sealed record Material(IReadOnlyList<Release> Releases, IReadOnlyList<ComingUp> Ahead, IReadOnlyList<string> UnreadSources);

/// <param name="Composed">Null where there is nothing new.</param>
internal sealed record DigestOutcome(DigestRequest Request, Composed? Composed);

/// <summary>What one or more subscribers get, and why each release is in it.</summary>
internal sealed record Composed(Profile Profile, DigestSelection Selection)
{
    public IReadOnlyList<SentRelease> Releases =>
        [.. Selection.Full.Concat(Selection.OneLiners).Select(selected => new SentRelease(selected.Release.Id, selected.Release.Version))];
}
