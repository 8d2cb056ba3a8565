using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>The topics that a subscriber follows or has muted, beside those of the roles.</summary>
internal static class TopicWishes
{
    /// <returns>Names of the followed topics that the release is on.</returns>
    public static IReadOnlyList<string> Followed(Release release, DigestRequest request) => request.Wishes.FollowedTopics.Count == 0
        ? []
        : TopicNames.Of(release.Topics.Where(topic => request.Wishes.FollowedTopics.Contains(topic.Id)), request.Topics);

    /// <returns>True for a release that is on nothing but muted topics.</returns>
    public static bool IsMuted(Release release, Wishes wishes) =>
        release.Topics.Count > 0 && release.Topics.All(topic => wishes.MutedTopics.Contains(topic.Id));

    /// <returns>The subscriber's roles without their interest in muted topics, so that none of these is ever why a release comes.</returns>
    public static IReadOnlyList<Role> Roles(DigestRequest request) => request.Wishes.MutedTopics.Count == 0
        ? request.Roles
        : [.. request.Roles.Select(role => role with
        {
            Topics = role.Topics.Where(topic => !request.Wishes.MutedTopics.Contains(topic.Key)).ToDictionary(StringComparer.Ordinal),
        })];
}
