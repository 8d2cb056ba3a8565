using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;

namespace DigestWorker.Pipeline.Releasing;

internal static class NearReleases
{
    public static NearRelease ToNear(GroupMatch match) => new(
        match.GroupId, match.Score >= ReleaseChooser.Join ? NearType.Also : NearType.Possible, match.Score, match.Evidence);
}
