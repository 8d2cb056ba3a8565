using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>Decides which releases one digest holds, how fully, in which order and why.</summary>
internal static class DigestSelector
{
    /// <summary>As much as an important topic: what somebody asked for by name stands among the first.</summary>
    private const double FollowedPoints = 2;

    public static DigestSelection Select(DigestRequest request) => DigestLimits.Of(request).Share(Ranked(request));

    /// <returns>All of the candidates that the subscriber wants, best first.</returns>
    public static IReadOnlyList<SelectedRelease> Ranked(DigestRequest request)
    {
        var roles = TopicWishes.Roles(request);
        var wanted = request.Candidates
            .Where(release => !WordFit.IsMuted(release, request.Wishes) && !TopicWishes.IsMuted(release, request.Wishes))
            .Select(release => Score(release, roles, request)).OfType<SelectedRelease>();
        return [.. ReleaseRank.BestFirst(wanted, request.Window.To)];
    }

    /// <returns>Null where no role of the subscriber wants the release, nor is it on a topic or word that the subscriber follows.</returns>
    private static SelectedRelease? Score(Release release, IReadOnlyList<Role> roles, DigestRequest request)
    {
        var fits = roles.Select(role => RoleFit.Of(release, role, request.Areas)).OfType<RoleFit>();
        var best = fits.MaxBy(fit => fit.Score);
        var followed = Followed(release, request);
        return best is null && followed.Count == 0 ? null : new SelectedRelease(
            release,
            (best?.Score ?? 0) + (followed.Count == 0 ? 0 : FollowedPoints),
            [.. InclusionReasons.OfFollowed(followed), .. best is null ? [] : InclusionReasons.Of(release, best, request.Topics)]);
    }

    private static IReadOnlyList<string> Followed(Release release, DigestRequest request) => WordFit.Followed(release, request.Wishes) is { } word
        ? [word, .. TopicWishes.Followed(release, request)]
        : TopicWishes.Followed(release, request);
}
