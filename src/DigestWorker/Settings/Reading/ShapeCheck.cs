using System.Text.Json.Nodes;

namespace DigestWorker.Settings.Reading;

/// <summary>
/// Holds a tree against the options types: which keys there are, and what each may hold. Faulty nodes are noted and left
/// out, so that the rest can be bound and checked too.
/// </summary>
internal sealed class ShapeCheck
{
    private readonly List<SettingsMistake> _mistakes = [];
    private readonly HashSet<string> _settled = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<SettingsMistake> Mistakes => _mistakes;

    /// <summary>Whether a mistake already noted accounts for whatever else seems wrong at this path.</summary>
    public bool HasSettled(string path)
    {
        for (; path.Length > 0; path = SettingsPath.Above(path))
        {
            if (_settled.Contains(path))
            {
                return true;
            }
        }

        return false;
    }

    public JsonObject Checked(JsonObject tree) => Section(tree, new Shape(typeof(FileSettings)), path: "");

    private JsonObject Section(JsonObject section, Shape shape, string path)
    {
        var result = SettingsTree.NewObject();
        foreach (var (key, value) in section)
        {
            if (shape.Members.TryGetValue(key, out var member))
            {
                Add(result, key, value, member, path);
            }
            else
            {
                RefuseKey(key, shape, path);
            }
        }

        return result;
    }

    private JsonObject Map(JsonObject map, Shape shape, string path)
    {
        var result = SettingsTree.NewObject();
        foreach (var (key, value) in map)
        {
            Add(result, key, value, shape, path);
        }

        return result;
    }

    private JsonArray List(JsonArray list, Shape shape, string path) =>
        [.. list.Select((row, index) => Node(row, shape, SettingsPath.Join(path, index)) ?? Blank(shape))];

    // A key that is null or a blank optional text counts as left out: its default holds.
    private void Add(JsonObject result, string key, JsonNode? value, Shape shape, string path)
    {
        var isLeftOut = value is null || (shape.MayBeLeftBlank && string.IsNullOrWhiteSpace(value.ToString()));
        if (!isLeftOut && Node(value, shape, SettingsPath.Join(path, key)) is { } node)
        {
            result.Add(key, node);
        }
    }

    private JsonNode? Node(JsonNode? node, Shape shape, string path) => node switch
    {
        JsonObject section when shape.IsSection => Section(section, shape, path),
        JsonObject map when shape.IsMap => Map(map, shape.Inner, path),
        JsonArray list when shape.IsList => List(list, shape.Inner, path),
        JsonValue value when !shape.IsSection && !shape.IsMap && !shape.IsList => Scalar.Typed(value, shape) ?? Refuse(node, shape, path),
        _ => Refuse(node, shape, path),
    };

    private JsonNode? Refuse(JsonNode? node, Shape shape, string path)
    {
        _settled.Add(path);
        _mistakes.Add(new SettingsMistake(path, $"{Quoted.Node(path, node)} stands here; {Scalar.Advice(node, shape)}"));
        return null;
    }

    private void RefuseKey(string key, Shape shape, string path)
    {
        _settled.Add(SettingsPath.Join(path, DidYouMean.Nearest(key, shape.Members.Keys) ?? key));
        _mistakes.Add(new SettingsMistake(
            SettingsPath.Join(path, key),
            $"the key {Quoted.Text(key)} is not known here; {DidYouMean.Words(key, shape.Members.Keys)}"));
    }

    // The other rows of a list keep their numbers.
    private static JsonNode Blank(Shape shape) => shape.IsSection ? SettingsTree.NewObject() : JsonValue.Create("");
}
