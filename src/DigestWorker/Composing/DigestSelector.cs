using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>Decides which releases one digest holds, how fully, in which order and why.</summary>
internal static class DigestSelector
{
    /// <summary>As much as an important topic: what somebody asked for by name stands among the first.</summary>
    private const double FollowedPoints = 2;

    public static DigestSelection Select(DigestRequest request)
    {
        var wanted = request.Candidates
            .Where(release => !WordFit.IsMuted(release, request.Wishes))
            .Select(release => Score(release, request)).OfType<SelectedRelease>();
        return DigestLimits.Of(request).Share([.. ReleaseRank.BestFirst(wanted, request.Window.To)]);
    }

    /// <returns>Null where no role of the subscriber wants the release, nor a word that the subscriber follows.</returns>
    private static SelectedRelease? Score(Release release, DigestRequest request)
    {
        var fits = request.Roles.Select(role => RoleFit.Of(release, role, request.Areas)).OfType<RoleFit>();
        var best = fits.MaxBy(fit => fit.Score);
        var word = WordFit.Followed(release, request.Wishes);
        return best is null && word is null ? null : new SelectedRelease(
            release,
            (best?.Score ?? 0) + (word is null ? 0 : FollowedPoints),
            [.. InclusionReasons.OfWord(word), .. best is null ? [] : InclusionReasons.Of(release, best, request.Topics)]);
    }
}
