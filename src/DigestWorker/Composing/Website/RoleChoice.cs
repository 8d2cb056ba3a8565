using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>The releases that a digest for some roles would choose if it had room for all of them.</summary>
internal sealed class RoleChoice(IReadOnlyDictionary<string, Topic> topics)
{
    // Neither says anything to the choice.
    private static readonly EditionWeek AnyWeek = new(2026, 1);
    private static readonly DigestWindow AnyWindow = new(AnyWeek.End, AnyWeek.SuccessorTakesOver, First: false);

    /// <param name="roles">At least one.</param>
    public IReadOnlyList<Release> Of(IReadOnlyList<Release> releases, IReadOnlyList<Role> roles)
    {
        var request = new DigestRequest
        {
            Week = AnyWeek,
            Window = AnyWindow,
            Roles = [.. roles.Select(role => role with { FullReleases = int.MaxValue, OneLiners = 0 })],
            Areas = [],
            Candidates = releases,
            Topics = topics,
            UnreadSources = [],
        };
        return [.. DigestSelector.Select(request).Full.Select(selected => selected.Release)];
    }
}
