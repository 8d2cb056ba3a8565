using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestWorker.Settings.Reading;

/// <summary>What the program takes though it is not spelled as editors know it: keys and words in another case, numbers and switches between quotes.</summary>
internal static class LooseSpelling
{
    public static IReadOnlyList<SettingsMistake> Of(JsonObject file) => [.. Section(file, new Shape(typeof(FileSettings)), path: "")];

    private static IEnumerable<SettingsMistake> Section(JsonObject section, Shape shape, string path)
    {
        foreach (var (key, value) in section)
        {
            var at = SettingsPath.Join(path, key);
            if (shape.Members.TryGetValue(key, out var member))
            {
                var name = shape.Members.GetAt(shape.Members.IndexOf(key)).Key;
                foreach (var remark in Node(value, member, at).Prepend(name == key ? null : Remark(at, $"is read as {name}; write it so, as editors know it")))
                {
                    if (remark is not null)
                    {
                        yield return remark;
                    }
                }
            }
        }
    }

    private static IEnumerable<SettingsMistake?> Node(JsonNode? node, Shape shape, string path) => node switch
    {
        JsonObject section when shape.IsSection => Section(section, shape, path),
        JsonObject map when shape.IsMap => map.SelectMany(pair => Node(pair.Value, shape.Inner, SettingsPath.Join(path, pair.Key))),
        JsonArray list when shape.IsList => list.SelectMany((row, index) => Node(row, shape.Inner, SettingsPath.Join(path, index))),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && shape.Type.IsValueType && Scalar.Typed(value, shape) is { } read => [Value(path, value.GetValue<string>(), read)],
        _ => [],
    };

    private static SettingsMistake? Value(string path, string text, JsonNode read) =>
        read.GetValueKind() != JsonValueKind.String ? Remark(path, $"is read as {read.ToJsonString()}; write it without quotes, as editors know it")
        : read.GetValue<string>() != text ? Remark(path, $"is read as {Quoted.Text(read.GetValue<string>())}; write it so, as editors know it")
        : null;

    private static SettingsMistake Remark(string path, string words) => new(path, words);
}
