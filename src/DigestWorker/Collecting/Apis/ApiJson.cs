using System.Text.Json;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.Apis;

/// <summary>The JSON that an API answered with.</summary>
internal static class ApiJson
{
    /// <exception cref="UnreadableFeedException">It answered with something else: nothing, a web page, a cut document.</exception>
    public static JsonElement Read(Answer answer)
    {
        var text = DecodedText.Of(answer.Bytes, answer.ContentType).Whole.Trim(' ', '\t', '\r', '\n', '\0', '\uFEFF');
        return text switch
        {
            [] => throw new UnreadableFeedException("it is empty"),
            ['{' or '[', ..] => LenientJson.Parse(text),
            ['<', ..] => throw new UnreadableFeedException(WebPage.InWords(text, "the data of an API")),
            _ => throw new UnreadableFeedException("it is no JSON, so it is not the data of an API"),
        };
    }
}
