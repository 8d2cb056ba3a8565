using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestWorker.Settings.Reading;

/// <summary>Environment variables put over the file: <c>DIGEST__Delivery__Smtp__Password</c>, <c>DIGEST__Sources__0__Url</c>.</summary>
internal sealed class EnvironmentOverrides
{
    public const string Prefix = "DIGEST__";

    private readonly SortedDictionary<string, string> _variableByPath = new(StringComparer.OrdinalIgnoreCase);

    private EnvironmentOverrides()
    {
    }

    /// <summary>The variable that overrides the setting at this path.</summary>
    public static string NameOf(string path) => Prefix + path.Replace(":", "__", StringComparison.Ordinal);

    public static EnvironmentOverrides Apply(IDictionary environment, JsonObject tree, ICollection<SettingsMistake> mistakes)
    {
        var overrides = new EnvironmentOverrides();
        foreach (var name in environment.Keys.Cast<string>().Where(IsOurs).Order(SettingsPath.InOrder))
        {
            var keys = name[Prefix.Length..].Split("__");
            var path = string.Join(':', keys);
            overrides._variableByPath[path] = name;
            if (!Put(tree, keys, (string?)environment[name] ?? ""))
            {
                mistakes.Add(new SettingsMistake(path, "names no row of the list; rows count from 0, and a new one takes the next number"));
            }
        }

        return overrides;
    }

    /// <returns>The same mistake with a message that names the environment variable which made it; null where none did.</returns>
    public SettingsMistake? NameVariable(SettingsMistake mistake)
    {
        var variable = _variableByPath.FirstOrDefault(pair => SettingsPath.IsAtOrUnder(pair.Key, mistake.Path)).Value;
        return variable is null ? null : mistake with { Message = $"{mistake.Message} (set by the environment variable {variable})" };
    }

    /// <returns>The variable that set the value at this path, or a part of it; null where none did.</returns>
    public string? VariableOf(string path) =>
        _variableByPath.FirstOrDefault(pair => SettingsPath.IsAtOrUnder(path, pair.Key) || SettingsPath.IsAtOrUnder(pair.Key, path)).Value;

    private static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    private static bool Put(JsonNode node, ReadOnlySpan<string> keys, string value)
    {
        if (keys is [var last])
        {
            return Put(node, last, JsonValue.Create(value));
        }

        var child = Child(node, keys[0]);
        if (child is not (JsonObject or JsonArray))
        {
            child = keys[1] == "0" ? new JsonArray() : SettingsTree.NewObject();
            if (!Put(node, keys[0], child))
            {
                return false;
            }
        }

        return Put(child, keys[1..], value);
    }

    private static JsonNode? Child(JsonNode node, string key) => node switch
    {
        JsonObject section => section[key],
        JsonArray list when Index(key) is { } index && index < list.Count => list[index],
        _ => null,
    };

    private static bool Put(JsonNode node, string key, JsonNode value)
    {
        if (node is not JsonArray list)
        {
            node[key] = value;
            return true;
        }

        var index = Index(key);
        if (index < list.Count)
        {
            list[index.Value] = value;
        }
        else if (index == list.Count)
        {
            list.Add(value);
        }

        return index <= list.Count;
    }

    private static int? Index(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
