using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>Why a release is in somebody's digest, in the reader's words.</summary>
internal static class InclusionReasons
{
    public static IReadOnlyList<string> Of(Release release, RoleFit fit, IReadOnlyDictionary<string, Topic> topics) =>
        [.. new[] { Topics(release, fit.Role, topics), Area(fit.Area), Reports(release) }.OfType<string>()];

    /// <param name="followed">Words and topics by name.</param>
    public static IEnumerable<string> OfFollowed(IReadOnlyList<string> followed) =>
        followed.Count == 0 ? [] : [$"You follow: {Listing.Of([.. followed.Select(SafeText.Line)])}"];

    private static string? Topics(Release release, Role role, IReadOnlyDictionary<string, Topic> topics)
    {
        var best = release.Topics.Max(topic => role.Topics.GetValueOrDefault(topic.Id));
        var names = TopicNames.Of(release.Topics.Where(topic => role.Topics.GetValueOrDefault(topic.Id) == best), topics);
        return names.Count == 0 ? null : $"{Strength(best)}: {Listing.Of(names)}";
    }

    private static string Strength(double weight) => weight switch
    {
        >= 3 => "Core to your role",
        >= 2 => "Important to your role",
        _ => "Of interest to your role",
    };

    private static string? Area(AreaFit area) => area.Matched is { } name ? $"In your area: {name}" : null;

    private static string? Reports(Release release) =>
        Outlets.Count(release) is var outlets and > 1 ? $"Reported by {outlets} outlets" : null;
}
