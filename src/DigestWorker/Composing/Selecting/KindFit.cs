using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>What a role's weight for the kind makes of a release; a kind that the role does not name counts 1.</summary>
internal static class KindFit
{
    public static double Of(Release release, Role role) => role.Kinds.GetValueOrDefault(release.Kind, 1);
}
