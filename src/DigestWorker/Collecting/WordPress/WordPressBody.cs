using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.WordPress;

/// <summary>A list as WordPress's REST API gives it. Uses no network.</summary>
internal static class WordPressBody
{
    private const int LongestMessage = 200;

    public static ApiList Parse(Answer answer, Uri site, DateTimeOffset now)
    {
        var body = ApiJson.Read(answer);
        return body.ValueKind is JsonValueKind.Array
            ? ApiList.Of(body, answer.Total, now, (written, reading, position) => WordPressEntry.Read(written, site, reading, position))
            : throw new UnreadableFeedException($"it is JSON, but no list of WordPress{Message(body)}");
    }

    private static string Message(JsonElement body) =>
        Bounded.Line(HtmlText.Of(body.Text("message")), LongestMessage) is { Length: > 0 } message ? $"; it says: {message}" : "";
}
