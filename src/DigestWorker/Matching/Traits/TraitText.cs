using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestWorker.Matching.Traits;

/// <summary>Traits as the database keeps them.</summary>
internal static class TraitText
{
    public static string Of(EntryTraits traits) => JsonSerializer.Serialize(traits, TraitJson.Default.EntryTraits);

    public static EntryTraits Read(string text) => JsonSerializer.Deserialize(text, TraitJson.Default.EntryTraits)!;
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EntryTraits))]
internal sealed partial class TraitJson : JsonSerializerContext;
