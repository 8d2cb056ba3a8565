using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>What decides whether a subscriber wants a release.</summary>
internal enum Decision
{
    Wanted,

    /// <summary>None of the subscriber's roles is in the settings.</summary>
    NoRole,
    MutedWord,

    /// <summary>It is on nothing but topics that the subscriber has muted.</summary>
    MutedTopics,

    /// <summary>Each role has its reason, and the subscriber follows nothing of it by name.</summary>
    NoRoleWants,
}

/// <summary>What one release is to one subscriber, and why.</summary>
/// <param name="Fits">One for each role, wanted or not.</param>
/// <param name="Followed">Words and names of topics that the subscriber follows and the release has.</param>
internal sealed record Judgement(Release Release, Decision Decision, IReadOnlyList<RoleFit> Fits, IReadOnlyList<string> Followed)
{
    /// <summary>As much as an important topic: what somebody asked for by name stands among the first.</summary>
    public const double FollowedPoints = 2;

    /// <summary>The role for which it fits best; null where none wants it.</summary>
    public RoleFit? Best => Fits.Where(fit => fit.IsWanted).MaxBy(fit => fit.Score);

    public double Score => (Best?.Score ?? 0) + (Followed.Count == 0 ? 0 : FollowedPoints);

    public SelectedRelease Selected(IReadOnlyDictionary<string, Topic> topics) => new(
        Release,
        Score,
        [.. InclusionReasons.OfFollowed(Followed), .. Best is { } best ? InclusionReasons.Of(Release, best, topics) : []]);
}
