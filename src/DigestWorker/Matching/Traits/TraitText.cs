using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestWorker.Matching.Traits;

/// <summary>
/// Traits as the database keeps them: JSON with rows of numbers packed, since forty of them are read for each entry that is
/// placed and numbers in words are what takes long.
/// </summary>
internal static class TraitText
{
    public static string Of(EntryTraits traits) => JsonSerializer.Serialize(traits, TraitJson.Default.EntryTraits);

    public static EntryTraits Read(string text) => JsonSerializer.Deserialize(text, TraitJson.Default.EntryTraits)!;
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PackedWords), typeof(PackedHashes), typeof(PackedFigure)])]
[JsonSerializable(typeof(EntryTraits))]
internal sealed partial class TraitJson : JsonSerializerContext;
