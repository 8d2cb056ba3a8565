using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>What is ahead and concerns a subscriber's roles, soonest first.</summary>
internal static class AheadFit
{
    private const int Most = 8, SoonDays = 30;

    public static IReadOnlyList<ComingUp> Of(DigestRequest request)
    {
        var roles = TopicWishes.Roles(request);
        return [.. request.Ahead.Where(told => !TopicWishes.IsMuted(told.Release, request.Wishes) && Concerns(told.Release, roles, request)).Take(Most)];
    }

    /// <summary>True for guidance that takes effect within a month: it stands before all else.</summary>
    public static bool IsInForceSoon(Release release, DateTimeOffset now)
    {
        var today = EditionWeek.LondonDay(now);
        return release.Kind == Kind.Guidance && ComingUp.Of(release).Any(told =>
            told.Event is { Type: EventType.InForce, Certainty: not Certainty.Cancelled }
            && told.Event.LastDay >= today && told.Event.Day <= today.AddDays(SoonDays));
    }

    private static bool Concerns(Release release, IReadOnlyList<Role> roles, DigestRequest request) =>
        TopicWishes.Followed(release, request).Count > 0 || roles.Any(role => RoleFit.Of(release, role, request.Areas).IsWanted);
}
