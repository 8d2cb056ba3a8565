using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>How well one release fits one role of a subscriber.</summary>
internal sealed record RoleFit(Role Role, AreaFit Area, double Score)
{
    /// <returns>Null where the role has no interest in the topics or the score is below its minimum.</returns>
    public static RoleFit? Of(Release release, Role role, IReadOnlyList<string> subscriberAreas)
    {
        var subject = TopicFit.Of(release, role) * KindFit.Of(release, role);
        var area = AreaFit.Of(release.Areas, [.. subscriberAreas, .. role.Areas]);
        var score = subject + area.Points;

        return subject > 0 && score >= role.MinimumScore ? new RoleFit(role, area, score) : null;
    }
}
