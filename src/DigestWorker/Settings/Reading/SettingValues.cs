using System.Text.Json.Nodes;
using DigestWorker.Domain;

namespace DigestWorker.Settings.Reading;

/// <summary>Every value in force, for the admin to look at and to show to others: secrets are hidden, people's addresses masked.</summary>
internal sealed class SettingValues(FileSettings settings, SettingOrigins origins)
{
    // The last key of a path names what it is; the first where.
    private static readonly string[] PeoplesAddresses = ["Email", "Contact", "Canary", "To"];

    /// <summary>Those that are set; a list of words is one value.</summary>
    public IEnumerable<SettingValue> All() => Under("", SettingsLayers.Spell(settings));

    private IEnumerable<SettingValue> Under(string path, JsonNode? node) => node switch
    {
        JsonObject section => section.SelectMany(pair => Under(SettingsPath.Join(path, pair.Key), pair.Value)),
        JsonArray { Count: > 0 } list when list[0] is not JsonValue => list.SelectMany((row, index) => Under(SettingsPath.Join(path, index), row)),
        JsonArray { Count: > 0 } words => [new SettingValue(path, new JsonArray([.. words.Select(word => Shown(path, word))]), origins.Of(path))],
        JsonValue value => [new SettingValue(path, Shown(path, value), origins.Of(path))],
        _ => [],
    };

    private static JsonNode? Shown(string path, JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? JsonValue.Create(Shown(path, text)) : node?.DeepClone();

    private static string Shown(string path, string text)
    {
        var parts = path.Split(':');
        return parts switch
        {
            ["Subscribers", .., "Name"] => Quoted.Hidden,
            ["Delivery", "OnlyTo"] when !text.StartsWith('@') => Masked(text),
            ["Subscribers" or "Organisations" or "Delivery" or "Alerts", .., var key] when PeoplesAddresses.Contains(key, StringComparer.Ordinal) => Masked(text),
            // The path of a file that was read is no secret.
            [.., var key] when key.EndsWith("File", StringComparison.Ordinal) => text,
            _ => Quoted.IsHidden(path, text) ? Quoted.Hidden : Quoted.WithoutKeys(text),
        };
    }

    private static string Masked(string text) => EmailAddress.Parse(text) is { } address ? EmailAddress.Masked(address.Address) : Quoted.Hidden;
}

internal sealed record SettingValue(string Path, JsonNode? Value, SettingOrigin From);
