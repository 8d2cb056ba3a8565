using System.Globalization;
using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Rehearsing;

/// <summary>Why a release would be added to a digest, dropped from it or moved: the settings that differ and bear on it.</summary>
internal sealed class ChangeReasons(DigestSettings current, DigestSettings next, SettingsChanges changes)
{
    /// <returns>At least one.</returns>
    public IReadOnlyList<string> Of(long release, ReaderOutcome? before, ReaderOutcome? after)
    {
        if (before is null || after is null)
        {
            return [before is null ? "there was no digest before" : "there is no digest any more"];
        }

        var (had, has) = (Find(before, release), Find(after, release));
        if (had is null || has is null)
        {
            return [had is null ? Regrouped(has!, before) : IsGone(had) ? Gone(had) : Regrouped(had, after)];
        }

        IReadOnlyList<string> found =
        [
            .. OfRelease(had, has),
            .. OfReader(before.Reader.Subscriber, after.Reader.Subscriber),
            .. Shared(before, after).SelectMany(id => OfRole(id, has)),
            .. OfScore(before.Judge(had), after.Judge(has)),
        ];
        return found.Count > 0 ? found : ["others rank above or below it now"];
    }

    private static Release? Find(ReaderOutcome outcome, long release) => outcome.Contents.Releases.FirstOrDefault(one => one.Id == release);

    private bool IsGone(Release release) => release.Entries.All(entry => changes.GoneSources.Contains(entry.Source, StringComparer.OrdinalIgnoreCase));

    private static string Gone(Release release) => $"Sources has {string.Join(", ", release.Entries.Select(entry => entry.Source).Distinct(StringComparer.OrdinalIgnoreCase))} no longer, or switched off";

    private static string Regrouped(Release release, ReaderOutcome other)
    {
        var entries = release.Entries.Select(entry => entry.Id).ToHashSet();
        return other.Contents.Releases.FirstOrDefault(one => one.Entries.Any(entry => entries.Contains(entry.Id))) is { } now
            ? $"regrouped: told together with release {now.Id} \"{now.Lead.Entry.Title}\""
            : "not among what the edition draws on";
    }

    private IEnumerable<string> OfRelease(Release had, Release has)
    {
        if (!had.Entries.Select(entry => entry.Id).ToHashSet().SetEquals(has.Entries.Select(entry => entry.Id)))
        {
            var gone = had.Entries.Where(entry => changes.GoneSources.Contains(entry.Source, StringComparer.OrdinalIgnoreCase)).ToList();
            yield return gone.Count > 0 ? Gone(new Release(had.Id, gone)) : "regrouped: other entries stand in it";
        }

        if (had.Lead.PublisherType != has.Lead.PublisherType || had.Lead.Publisher != has.Lead.Publisher)
        {
            yield return $"Bodies or Sources: led by {has.Lead.Publisher} ({has.Lead.PublisherType}) instead of {had.Lead.Publisher} ({had.Lead.PublisherType})";
        }

        var (were, are) = (List(had.Topics.Select(topic => topic.Id)), List(has.Topics.Select(topic => topic.Id)));
        if (were != are)
        {
            yield return $"Topics: found to be about {are} instead of {were}";
        }

        if (List(had.Areas) is var hadAreas && List(has.Areas) is var hasAreas && hadAreas != hasAreas)
        {
            yield return $"areas found: {hasAreas} instead of {hadAreas}";
        }
    }

    private static IEnumerable<string> OfReader(Subscriber had, Subscriber has) =>
    [
        .. Differ("the subscriber's roles", List(had.Roles), List(has.Roles)),
        .. Differ("the subscriber's areas", List(had.Areas), List(has.Areas)),
    ];

    private static IEnumerable<string> Shared(ReaderOutcome before, ReaderOutcome after) =>
        before.Outcome.Request.Roles.Select(role => role.Id).Intersect(after.Outcome.Request.Roles.Select(role => role.Id), StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> OfRole(string id, Release release)
    {
        var (had, has) = (Role(current, id), Role(next, id));
        return
        [
            .. release.Topics.SelectMany(topic => Differ($"Roles:{id}:Topics:{topic.Id}", had.Topics.GetValueOrDefault(topic.Id), has.Topics.GetValueOrDefault(topic.Id))),
            .. Differ($"Roles:{id}:Kinds:{release.Kind.ToString().ToLowerInvariant()}", KindFit.Of(release, had), KindFit.Of(release, has)),
            .. Differ($"Roles:{id}:MinimumScore", had.MinimumScore, has.MinimumScore),
            .. Differ($"Roles:{id}:Areas", List(had.Areas), List(has.Areas)),
            .. Differ($"Roles:{id}:FullReleases", had.FullReleases, has.FullReleases),
            .. Differ($"Roles:{id}:OneLiners", had.OneLiners, has.OneLiners),
        ];
    }

    private static Role Role(DigestSettings settings, string id) => settings.Roles.First(role => role.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> OfScore(Judgement had, Judgement has) => (had.Decision, has.Decision) switch
    {
        (Decision.Wanted, Decision.Wanted) => Differ("score", had.Score, has.Score),
        (_, Decision.MutedTopics) => ["it is about nothing but topics that the subscriber leaves out"],
        (Decision.Wanted, Decision.NoRoleWants) => [$"score {Most(has)} is below the minimum"],
        (Decision.NoRoleWants, Decision.Wanted) => [$"score {Number(has.Score)} instead of {Most(had)}"],
        _ => [],
    };

    private static string Most(Judgement judgement) => Number(judgement.Fits.Select(fit => fit.Score).DefaultIfEmpty().Max());

    private static IEnumerable<string> Differ(string what, double had, double has) => had.Equals(has) ? [] : Differ(what, Number(had), Number(has));

    private static IEnumerable<string> Differ(string what, string had, string has) => had == has ? [] : [$"{what} {had} -> {has}"];

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Order(StringComparer.Ordinal).DefaultIfEmpty("none"));

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
