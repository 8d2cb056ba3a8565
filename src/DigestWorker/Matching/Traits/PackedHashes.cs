using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestWorker.Matching.Traits;

/// <summary>Hashes as their bytes, little-endian, in base64.</summary>
internal sealed class PackedHashes : JsonConverter<uint[]>
{
    public override uint[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. MemoryMarshal.Cast<byte, uint>(reader.GetBytesFromBase64())];

    public override void Write(Utf8JsonWriter writer, uint[] value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(MemoryMarshal.AsBytes(value.AsSpan()));
}
