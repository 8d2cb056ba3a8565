using System.Text.Json;

namespace DigestWorker.Collecting.Apis;

/// <summary>Fields of an object that may be missing, null, or something else than the publisher's documentation says.</summary>
internal static class JsonFields
{
    /// <returns>A string or number as text, "" for anything else.</returns>
    public static string Text(this JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : "";

    public static bool IsTrue(this JsonElement parent, string name) => Field(parent, name).ValueKind is JsonValueKind.True;

    public static int? Number(this JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    /// <returns>An element without fields for anything but an object.</returns>
    public static JsonElement Object(this JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.Object } value ? value : default;

    /// <returns>Null for anything but a list.</returns>
    public static JsonElement? Array(this JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.Array } value ? value : null;

    /// <returns>The members that are objects; none for anything but a list.</returns>
    public static IEnumerable<JsonElement> Objects(this JsonElement parent, string name) =>
        Members(Field(parent, name)).Where(member => member.ValueKind is JsonValueKind.Object);

    /// <returns>The members that are text; none for anything but a list.</returns>
    public static IEnumerable<string> Texts(this JsonElement parent, string name) =>
        Members(Field(parent, name)).Where(member => member.ValueKind is JsonValueKind.String).Select(member => member.ToString());

    private static JsonElement.ArrayEnumerator Members(JsonElement list) =>
        list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : default;

    private static JsonElement Field(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;
}
