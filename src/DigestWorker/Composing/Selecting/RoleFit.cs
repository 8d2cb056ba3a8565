using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>What one role of a subscriber makes of a release.</summary>
internal enum RoleVerdict
{
    Wanted,
    NoTopic,

    /// <summary>The role gives the kind of release no weight.</summary>
    KindNotSent,

    /// <summary>It would do but for being about other areas alone.</summary>
    OtherArea,
    BelowMinimum,
}

/// <summary>How well one release fits one role of a subscriber, in the parts of its score.</summary>
internal sealed record RoleFit(Role Role, IReadOnlyList<TopicPart> Topics, double KindWeight, AreaFit Area)
{
    private readonly double _subject = TopicFit.Of(Topics) * KindWeight;

    public double Score => _subject + Area.Points;

    public bool IsWanted => Verdict == RoleVerdict.Wanted;

    public RoleVerdict Verdict =>
        _subject > 0 && Score >= Role.MinimumScore ? RoleVerdict.Wanted
        : TopicFit.Of(Topics) <= 0 ? RoleVerdict.NoTopic
        : KindWeight <= 0 ? RoleVerdict.KindNotSent
        : _subject >= Role.MinimumScore ? RoleVerdict.OtherArea
        : RoleVerdict.BelowMinimum;

    public static RoleFit Of(Release release, Role role, IReadOnlyList<string> subscriberAreas) => new(
        role, TopicFit.Parts(release, role), KindFit.Of(release, role), AreaFit.Of(release.Areas, [.. subscriberAreas, .. role.Areas]));
}
