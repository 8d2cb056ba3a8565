using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>What matters to a team: all that a digest for one of its roles would take in, without the limits of a digest.</summary>
internal sealed class TeamInterest(BoardPaperRequest request)
{
    /// <summary>Those of the month by kind, the best first within each.</summary>
    public IReadOnlyList<SelectedRelease> Releases() =>
        [.. ReleaseRank.BestFirst(request.Candidates.Select(Score).OfType<SelectedRelease>(), request.Window.To).OrderBy(selected => selected.Release.Kind)];

    public IReadOnlyList<ComingUp> Ahead() => [.. request.Ahead.Where(told => Score(told.Release) is not null)];

    /// <summary>The names of the roles that a release matters to.</summary>
    public IReadOnlyList<string> RolesFor(Release release) =>
        [.. request.Roles.Where(role => Fit(release, role) is not null).Select(role => role.Name)];

    private SelectedRelease? Score(Release release) =>
        request.Roles.Max(role => Fit(release, role)?.Score) is { } best ? new SelectedRelease(release, best, Because: []) : null;

    private RoleFit? Fit(Release release, Role role) => RoleFit.Of(release, role, request.Areas) is { IsWanted: true } fit ? fit : null;
}
