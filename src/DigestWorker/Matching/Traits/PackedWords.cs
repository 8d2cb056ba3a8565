using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestWorker.Matching.Traits;

/// <summary>The terms, then as many weights: their bytes, little-endian, in base64.</summary>
internal sealed class PackedWords : JsonConverter<TermVector>
{
    public override TermVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var packed = reader.GetBytesFromBase64().AsSpan();
        return new TermVector([.. MemoryMarshal.Cast<byte, uint>(packed[..(packed.Length / 2)])], [.. MemoryMarshal.Cast<byte, float>(packed[(packed.Length / 2)..])]);
    }

    public override void Write(Utf8JsonWriter writer, TermVector value, JsonSerializerOptions options) => writer.WriteBase64StringValue(
        [.. MemoryMarshal.AsBytes(value.Terms.AsSpan()), .. MemoryMarshal.AsBytes(value.Weights.AsSpan())]);
}
