using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>Decides which releases one digest holds, how fully, in which order and why.</summary>
internal static class DigestSelector
{
    public static DigestSelection Select(DigestRequest request)
    {
        var wanted = request.Candidates.Select(release => Score(release, request)).OfType<SelectedRelease>();
        return DigestLimits.Of(request).Share([.. ReleaseRank.BestFirst(wanted, request.Window.To)]);
    }

    /// <returns>Null where no role of the subscriber wants the release.</returns>
    private static SelectedRelease? Score(Release release, DigestRequest request)
    {
        var fits = request.Roles.Select(role => RoleFit.Of(release, role, request.Areas)).OfType<RoleFit>();
        return fits.MaxBy(fit => fit.Score) is { } best
            ? new SelectedRelease(release, best.Score, InclusionReasons.Of(release, best, request.Topics))
            : null;
    }
}
