using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DigestWorker.Settings.Reading;

/// <summary>Lays the file over the built-in defaults: objects key by key, lists and values whole.</summary>
internal static class SettingsLayers
{
    private const string DefaultsPrefix = "Defaults/";

    private static readonly JsonSerializerOptions Options =
        new() { PropertyNameCaseInsensitive = true, IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    public static FileSettings Bind(JsonObject file)
    {
        var layers = BuiltIn();
        Overlay(layers, file);
        return layers.Deserialize<FileSettings>(Options)!;
    }

    /// <summary>The settings as a file would spell them, with every key.</summary>
    public static JsonObject Spell(FileSettings settings) => (JsonObject)JsonSerializer.SerializeToNode(settings, Options)!;

    public static JsonObject BuiltIn()
    {
        var layers = SettingsTree.NewObject();
        foreach (var name in typeof(SettingsLayers).Assembly.GetManifestResourceNames().Where(IsDefault).Order(StringComparer.Ordinal))
        {
            Overlay(layers, Embedded(name));
        }

        return layers;
    }

    private static bool IsDefault(string name) => name.StartsWith(DefaultsPrefix, StringComparison.Ordinal);

    private static JsonObject Embedded(string name)
    {
        using var reader = new StreamReader(typeof(SettingsLayers).Assembly.GetManifestResourceStream(name)!);
        var mistakes = new List<SettingsMistake>();
        return SettingsTree.Parse(reader.ReadToEnd(), name, mistakes) is { } tree && mistakes.Count == 0
            ? tree
            : throw new InvalidDataException(string.Join('\n', mistakes));
    }

    private static void Overlay(JsonObject below, JsonObject above)
    {
        foreach (var (key, value) in above)
        {
            if (value is JsonObject upper && below[key] is JsonObject lower)
            {
                Overlay(lower, upper);
            }
            else
            {
                below[key] = value?.DeepClone();
            }
        }
    }
}
