using System.Text.Json;
using DigestWorker.Composing.Selecting;

namespace DigestWorker.Cli.Starting;

/// <summary>The sources that come with the program, as they are written in its settings file.</summary>
internal static class Catalogue
{
    private static readonly JsonDocumentOptions Friendly = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The rows for the nation where somebody of this area works, for the area itself, and for everywhere.</summary>
    public static IReadOnlyList<string> For(string area)
    {
        using var shipped = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Workshop.DefaultFile)), Friendly);
        return [.. shipped.RootElement.GetProperty("Sources").EnumerateArray().Where(source => Suits(source, area)).Select(source => source.GetRawText())];
    }

    private static bool Suits(JsonElement source, string area) =>
        !source.TryGetProperty("Areas", out var areas) || areas.EnumerateArray().Any(place => Suits(place.GetString()!, area));

    private static bool Suits(string place, string area) => Nation.IsWide(place)
        ? Nation.Of(place).Intersect(Nation.Of(area), StringComparer.Ordinal).Any()
        : place.Equals(area, StringComparison.OrdinalIgnoreCase);
}
