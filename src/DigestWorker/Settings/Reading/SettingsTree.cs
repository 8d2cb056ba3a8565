using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestWorker.Settings.Reading;

/// <summary>Turns the text of a settings file into a tree whose keys ignore case, and notes keys that stand twice.</summary>
internal sealed class SettingsTree(ICollection<SettingsMistake> mistakes)
{
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    private static readonly JsonDocumentOptions Friendly =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static JsonObject NewObject() => new(AnyCase);

    public static JsonObject? Parse(string text, string file, ICollection<SettingsMistake> mistakes)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Friendly);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new SettingsTree(mistakes).Object(document.RootElement, path: "");
            }

            mistakes.Add(new SettingsMistake(file, "must hold one object: write its sections between { and }"));
        }
        catch (JsonException exception)
        {
            mistakes.Add(new SettingsMistake(file, JsonFault.Words(text, exception)));
        }
        catch (InvalidOperationException)
        {
            mistakes.Add(new SettingsMistake(file, @"holds half a character (a lone \uD800 to \uDFFF); write the character itself"));
        }

        return null;
    }

    private JsonObject Object(JsonElement element, string path)
    {
        var result = NewObject();
        foreach (var member in element.EnumerateObject())
        {
            var at = SettingsPath.Join(path, member.Name);
            if (!result.TryAdd(member.Name, Node(member.Value, at)))
            {
                mistakes.Add(new SettingsMistake(at, $"the key {Quoted.Text(member.Name)} stands twice in one object; keep one of the two"));
            }
        }

        return result;
    }

    // A path with one in it is none, and a text may become a path.
    private string Text(string text, string path)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            mistakes.Add(new SettingsMistake(path, @"holds \u0000, which no setting may; take it out"));
        }

        return text;
    }

    private JsonNode? Node(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element, path),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select((child, index) => Node(child, SettingsPath.Join(path, index)))]),
        JsonValueKind.String => JsonValue.Create(Text(element.GetString()!, path)),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element.Clone()),
    };
}
