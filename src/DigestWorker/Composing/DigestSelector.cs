using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>Decides which releases one digest holds, how fully, in which order and why.</summary>
internal static class DigestSelector
{
    public static DigestSelection Select(DigestRequest request) => request.Roles.Count == 0
        ? DigestSelection.Nothing
        : DigestLimits.Of(request).Share(Ranked(request));

    /// <returns>All of the candidates that the subscriber wants, best first.</returns>
    public static IReadOnlyList<SelectedRelease> Ranked(DigestRequest request)
    {
        var roles = TopicWishes.Roles(request);
        var wanted = request.Candidates
            .Select(release => Judge(release, roles, request))
            .Where(judged => judged.Decision == Decision.Wanted)
            .Select(judged => judged.Selected(request.Topics));
        return [.. ReleaseRank.BestFirst(wanted, request.Window.To)];
    }

    /// <summary>Says of one release, candidate or not, whether the subscriber wants it and what decides.</summary>
    public static Judgement Judge(Release release, DigestRequest request) => Judge(release, TopicWishes.Roles(request), request);

    private static Judgement Judge(Release release, IReadOnlyList<Role> roles, DigestRequest request)
    {
        IReadOnlyList<RoleFit> fits = [.. roles.Select(role => RoleFit.Of(release, role, request.Areas))];
        var followed = Followed(release, request);
        return new Judgement(release, Decide(release, request, fits.Any(fit => fit.IsWanted) || followed.Count > 0), fits, followed);
    }

    private static Decision Decide(Release release, DigestRequest request, bool isWanted) =>
        request.Roles.Count == 0 ? Decision.NoRole
        : WordFit.Muted(release, request.Wishes) is not null ? Decision.MutedWord
        : TopicWishes.IsMuted(release, request.Wishes) ? Decision.MutedTopics
        : isWanted ? Decision.Wanted
        : Decision.NoRoleWants;

    private static IReadOnlyList<string> Followed(Release release, DigestRequest request) => WordFit.Followed(release, request.Wishes) is { } word
        ? [word, .. TopicWishes.Followed(release, request)]
        : TopicWishes.Followed(release, request);
}
