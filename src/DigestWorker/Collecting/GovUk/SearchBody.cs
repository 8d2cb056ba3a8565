using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.GovUk;

/// <summary>A body of GOV.UK's search API. Uses no network.</summary>
internal static class SearchBody
{
    private const int LongestFault = 200;

    public static ApiList Parse(Answer answer, DateTimeOffset now)
    {
        var body = ApiJson.Read(answer);
        return body.Array("results") is { } results
            ? ApiList.Of(results, body.Number("total"), now, SearchResult.Read)
            : throw new UnreadableFeedException("it is JSON, but no answer of GOV.UK's search: it has no list of results");
    }

    /// <returns>What the body of a refusal says, led in by a colon; "" for nothing.</returns>
    public static string FaultOf(Answer refusal) =>
        Bounded.Line(HtmlText.Of(DecodedText.Of(refusal.Bytes, refusal.ContentType).Whole), LongestFault) is { Length: > 0 } fault ? $": {fault}" : "";
}
