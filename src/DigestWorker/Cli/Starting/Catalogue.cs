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

    // A row that names an area within a nation is for that area, whatever nation stands beside it.
    private static bool Suits(JsonElement source, string area)
    {
        string[] places = source.TryGetProperty("Areas", out var areas) ? [.. areas.EnumerateArray().Select(place => place.GetString()!)] : [];
        string[] local = [.. places.Where(place => !Nation.IsWide(place))];
        return places.Length == 0
            || (local.Length > 0 && !Nation.IsWide(area) ? local.Contains(area, StringComparer.OrdinalIgnoreCase) : places.Any(place => IsShared(place, area)));
    }

    private static bool IsShared(string place, string area) => Nation.Of(place).Intersect(Nation.Of(area), StringComparer.Ordinal).Any();
}
