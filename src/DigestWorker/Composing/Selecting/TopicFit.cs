using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <param name="Weight">What the role says of the topic; 0 where it does not follow it.</param>
internal sealed record TopicPart(string Topic, double Weight);

/// <summary>The weight of a release's best topic for a role, and a little for each further one.</summary>
internal static class TopicFit
{
    public const double FurtherTopicShare = 0.1;

    /// <summary>Less than the step from one weight to the next: many weak topics never outrank a stronger one.</summary>
    private const double MostForFurtherTopics = 0.9;

    /// <returns>The release's topics, the weightiest for the role first.</returns>
    public static IReadOnlyList<TopicPart> Parts(Release release, Role role) =>
        [.. release.Topics.Select(topic => new TopicPart(topic.Id, role.Topics.GetValueOrDefault(topic.Id))).OrderByDescending(part => part.Weight)];

    /// <returns>0 where the role follows none of them.</returns>
    public static double Of(IReadOnlyList<TopicPart> parts) => parts.Count == 0
        ? 0
        : parts[0].Weight + Math.Min(MostForFurtherTopics, FurtherTopicShare * parts.Skip(1).Sum(part => part.Weight));
}
