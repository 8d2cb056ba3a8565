using System.Text.Json;
using System.Text.Json.Serialization;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>[value, unit, standing, exact, information].</summary>
internal sealed class PackedFigure : JsonConverter<FigureTrait>
{
    public override FigureTrait Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var value = reader.GetDouble();
        reader.Read();
        var unit = (FigureUnit)reader.GetInt32();
        reader.Read();
        var standing = (Standing)reader.GetInt32();
        reader.Read();
        var exact = reader.GetBoolean();
        reader.Read();
        var information = reader.GetDouble();
        reader.Read();
        return new FigureTrait(value, unit, standing, exact, information);
    }

    public override void Write(Utf8JsonWriter writer, FigureTrait value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Value);
        writer.WriteNumberValue((int)value.Unit);
        writer.WriteNumberValue((int)value.Standing);
        writer.WriteBooleanValue(value.Exact);
        writer.WriteNumberValue(value.Information);
        writer.WriteEndArray();
    }
}
