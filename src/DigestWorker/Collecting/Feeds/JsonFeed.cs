using System.Text.Json;
using System.Text.RegularExpressions;

namespace DigestWorker.Collecting.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static partial class JsonFeed
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = XmlWalk.MaxDepth,
    };

    /// <returns>The entries, at most <paramref name="limit"/> and one more.</returns>
    public static IReadOnlyList<EntryDraft> Read(string json, Uri address, int limit)
    {
        using var document = Parse(LoneSurrogate().Replace(json, "$1$2"));
        var feed = document.RootElement;
        if (!feed.TryGetProperty("items", out var entries) || entries.ValueKind is not JsonValueKind.Array)
        {
            throw new UnreadableFeedException("it is JSON, but no JSON Feed: it has no list of items");
        }

        var home = EntryLink.Of(address, JsonEntry.Text(feed, "home_page_url")) ?? address;
        return [.. entries.EnumerateArray().Where(IsObject).Take(limit + 1).Select(entry => JsonEntry.Read(entry, home))];
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException fault)
        {
            throw new UnreadableFeedException(json.AsSpan().TrimEnd().EndsWith('}')
                ? $"it is not valid JSON (the first fault is in line {fault.LineNumber + 1})"
                : "it is cut off: it ends before its JSON is closed");
        }
    }

    private static bool IsObject(JsonElement element) => element.ValueKind is JsonValueKind.Object;

    /// <summary>Half a character, which no string may hold; a whole one and any other escape stays.</summary>
    [GeneratedRegex(@"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|(\\.)", RegexOptions.Singleline, 5000)]
    private static partial Regex LoneSurrogate();
}
