using System.Globalization;
using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Explaining;

/// <summary>Which settings, or whose choice, decide what becomes of a release in a digest.</summary>
internal sealed class DecidingSettings(DigestSettings settings)
{
    /// <returns>A path of the settings file with its value, or the choice of the subscriber; empty where the program's own rule decides.</returns>
    public IReadOnlyList<string> Of(Explanation explained) => explained.Fate switch
    {
        DigestFate.In => [.. Wanted(explained.Judgement)],
        DigestFate.NotActive => [.. Choice(explained.Person is { } person ? $"{person.State.ToString().ToLowerInvariant()}{(person.EndedBecause is { } because ? $", {because}" : "")}" : null)],
        DigestFate.Paused => [.. Choice(explained.Person?.PausedUntil is { } day ? $"paused until {day:yyyy-MM-dd}" : "paused")],
        DigestFate.QuietDays => [.. Quiet(explained)],
        DigestFate.NoRole => [$"Roles has none of: {string.Join(", ", explained.Subscriber!.Roles)}"],
        DigestFate.MutedWord => [.. Choice($"leaves out the word \"{WordFit.Muted(explained.Release, explained.Subscriber!.Wishes)}\"")],
        DigestFate.MutedTopics => [.. Choice(Muted(explained))],
        DigestFate.NoRoleWants => [.. explained.Judgement!.Fits.SelectMany(fit => Unwanted(fit, explained.Subscriber!.Wishes)), .. Choice(Muted(explained))],
        DigestFate.NoRoom => [.. Limits(explained)],
        _ => [],
    };

    private static IEnumerable<string> Wanted(Judgement? judgement) => judgement is null ? [] :
    [
        .. judgement.Followed.SelectMany(followed => Choice($"follows \"{followed}\"")),
        .. judgement.Best is { } best ? [Topic(best, best.Topics[0]), Minimum(best.Role)] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Unwanted(RoleFit fit, Wishes wishes) => fit.Verdict switch
    {
        RoleVerdict.NoTopic when fit.Topics.Count == 0 => ["Topics: none of their phrases names what the release is about"],
        RoleVerdict.NoTopic => [.. Unfollowed(fit, [.. fit.Topics.Select(part => part.Topic).Except(wishes.MutedTopics, StringComparer.Ordinal)])],
        RoleVerdict.KindNotSent => [$"{Path(fit.Role)}:Kinds ({Number(fit.KindWeight)})"],
        RoleVerdict.OtherArea => [$"Areas of the subscriber and {Path(fit.Role)}:Areas", Minimum(fit.Role)],
        _ => [Minimum(fit.Role), Topic(fit, fit.Topics[0]), .. fit.KindWeight < 1 ? [$"{Path(fit.Role)}:Kinds ({Number(fit.KindWeight)})"] : Array.Empty<string>()],
    };

    // The role may well follow a topic that the subscriber leaves out.
    private static IEnumerable<string> Unfollowed(RoleFit fit, IReadOnlyList<string> topics) =>
        topics.Count == 0 ? [] : [$"{Path(fit.Role)}:Topics follows none of: {string.Join(", ", topics)}"];

    private static IEnumerable<string> Limits(Explanation explained) => explained.Window!.First
        ? ["A first digest shows ten releases"]
        : explained.Judgement!.Fits.Select(fit => $"{Path(fit.Role)}:FullReleases ({fit.Role.FullReleases}) and :OneLiners ({fit.Role.OneLiners})");

    private IEnumerable<string> Quiet(Explanation explained) => settings.Organisations
        .SelectMany(organisation => organisation.Teams.Select(team => (organisation.Key, Team: team)))
        .Where(pair => pair.Team.Quiet.Count > 0 && explained.Person!.Teams.Any(team => team.Name == pair.Team.Name))
        .Select(pair => $"Organisations:{pair.Key}:Teams:{pair.Team.Key}:QuietWeeks");

    private static string? Muted(Explanation explained) =>
        explained.Release.Topics.Select(topic => topic.Id).Intersect(explained.Subscriber!.Wishes.MutedTopics, StringComparer.Ordinal).ToList() is { Count: > 0 } muted
            ? $"leaves out the topics {string.Join(", ", muted)}"
            : null;

    private static IEnumerable<string> Choice(string? choice) => choice is null ? [] : [$"The subscriber's own: {choice}"];

    private static string Topic(RoleFit fit, TopicPart part) => $"{Path(fit.Role)}:Topics:{part.Topic} ({Number(part.Weight)})";

    private static string Minimum(Role role) => $"{Path(role)}:MinimumScore ({Number(role.MinimumScore)})";

    private static string Path(Role role) => $"Roles:{role.Id}";

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
