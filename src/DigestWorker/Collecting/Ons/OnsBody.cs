using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.Ons;

/// <summary>A list of releases as ONS's API and its release calendar give it. Uses no network.</summary>
internal static class OnsBody
{
    public static ApiList Parse(Answer answer, Uri home, DateTimeOffset now)
    {
        var body = ApiJson.Read(answer);
        return body.Array("releases") is { } releases
            ? ApiList.Of(
                releases,
                body.Object("breakdown").Number("total"),
                now,
                (release, reading, position) => OnsRelease.Read(release, home, reading, position))
            : throw new UnreadableFeedException("it is JSON, but no list of ONS releases");
    }
}
