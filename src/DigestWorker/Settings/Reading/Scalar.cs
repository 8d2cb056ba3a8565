using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestWorker.Settings.Reading;

/// <summary>Single values. A variable of the environment is always text, so a number or a switch may be spelled as text.</summary>
internal static class Scalar
{
    /// <returns>The value in the type that the shape asks for; null where it does not fit.</returns>
    public static JsonNode? Typed(JsonValue value, Shape shape)
    {
        var text = value.ToString();
        return shape.Type switch
        {
            var type when type == typeof(string) => value.GetValueKind() == JsonValueKind.String ? JsonValue.Create(text) : null,
            var type when type == typeof(bool) => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null,
            var type when type == typeof(int) => Whole(text) is { } whole && InRange(whole, shape) ? JsonValue.Create(whole) : null,
            var type when type == typeof(double) => Number(text) is { } number && InRange(number, shape) ? JsonValue.Create(number) : null,
            _ => Words(shape).FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)),
        };
    }

    public static string Advice(JsonNode? found, Shape shape) =>
        shape.Type.IsEnum && found?.GetValueKind() == JsonValueKind.String
            ? DidYouMean.Words(found.GetValue<string>(), Words(shape))
            : $"write {Wanted(shape)}";

    private static string Wanted(Shape shape) => shape switch
    {
        { IsList: true } => "a list, between [ and ]",
        { IsMap: true } or { IsSection: true } => "an object, between { and }",
        { Type.IsEnum: true } => string.Join(" or ", Words(shape).Select(Quoted.Text)),
        { Range: { } range } when shape.Type == typeof(int) => $"a whole number from {range.Minimum} to {range.Maximum}",
        { Range: { } range } => $"a number from {range.Minimum} to {range.Maximum}",
        _ when shape.Type == typeof(bool) => "true or false",
        _ => "text, between double quotes",
    };

    private static string[] Words(Shape shape) => Enum.GetNames(shape.Type);

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool InRange(double number, Shape shape) =>
        shape.Range is not { } range || (number >= Bound(range.Minimum) && number <= Bound(range.Maximum));

    private static double Bound(object bound) => Convert.ToDouble(bound, CultureInfo.InvariantCulture);
}
