using System.Text.Json;
using System.Text.RegularExpressions;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Apis;

/// <summary>JSON as publishers write it, no deeper than it can mean to be.</summary>
internal static partial class LenientJson
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = XmlWalk.MaxDepth,
    };

    public static JsonElement Parse(string json)
    {
        try
        {
            return JsonElement.Parse(LoneSurrogate().Replace(json, "$1$2"), Lenient);
        }
        catch (JsonException fault)
        {
            throw new UnreadableFeedException(json.AsSpan().TrimEnd() is [.., '}' or ']']
                ? $"it is not valid JSON (the first fault is in line {fault.LineNumber + 1})"
                : "it is cut off: it ends before its JSON is closed");
        }
    }

    /// <summary>Half a character, which no string may hold; a whole one and any other escape stays.</summary>
    [GeneratedRegex(@"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|(\\.)", RegexOptions.Singleline, Pattern.Limit)]
    private static partial Regex LoneSurrogate();
}
