using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>The weight of a release's best topic for a role, and a little for each further one.</summary>
internal static class TopicFit
{
    private const double FurtherTopicShare = 0.1;

    /// <summary>Less than the step from one weight to the next: many weak topics never outrank a stronger one.</summary>
    private const double MostForFurtherTopics = 0.9;

    /// <returns>0 for a release without a topic that the role follows.</returns>
    public static double Of(Release release, Role role)
    {
        double[] weights = [.. release.Topics.Select(topic => role.Topics.GetValueOrDefault(topic.Id)).OrderDescending()];
        return weights.Length == 0
            ? 0
            : weights[0] + Math.Min(MostForFurtherTopics, FurtherTopicShare * weights.Skip(1).Sum());
    }
}
