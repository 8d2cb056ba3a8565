using System.Text.Json;
using DigestWorker.Composing.Selecting;

namespace DigestWorker.Cli.Starting;

/// <summary>The sources that come with the program, as they are written in its settings file.</summary>
internal static class Catalogue
{
    private static readonly JsonDocumentOptions Friendly = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The rows for those nations of the UK where somebody of this area works, and those for all of them.</summary>
    public static IReadOnlyList<string> For(string area)
    {
        using var shipped = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Workshop.DefaultFile)), Friendly);
        return [.. shipped.RootElement.GetProperty("Sources").EnumerateArray().Where(source => Suits(source, Nation.Of(area))).Select(source => source.GetRawText())];
    }

    private static bool Suits(JsonElement source, IReadOnlyList<string> nations) =>
        !source.TryGetProperty("Areas", out var areas)
        || areas.EnumerateArray().SelectMany(area => Nation.Of(area.GetString()!)).Intersect(nations, StringComparer.Ordinal).Any();
}
