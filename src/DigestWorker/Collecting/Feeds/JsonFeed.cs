using System.Text.Json;
using DigestWorker.Collecting.Apis;

namespace DigestWorker.Collecting.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    /// <returns>The entries, at most <paramref name="limit"/> and one more.</returns>
    public static IReadOnlyList<EntryDraft> Read(string json, Uri address, int limit)
    {
        var feed = LenientJson.Parse(json);
        if (feed.Array("items") is not { } entries)
        {
            throw new UnreadableFeedException("it is JSON, but no JSON Feed: it has no list of items");
        }

        var home = EntryLink.Of(address, feed.Text("home_page_url")) ?? address;
        return [.. entries.EnumerateArray().Where(IsObject).Take(limit + 1).Select(entry => JsonEntry.Read(entry, home))];
    }

    private static bool IsObject(JsonElement element) => element.ValueKind is JsonValueKind.Object;
}
