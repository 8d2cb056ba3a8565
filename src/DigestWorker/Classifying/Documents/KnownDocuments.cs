using System.Reflection;
using System.Text.Json;

namespace DigestWorker.Classifying.Documents;

/// <summary>Finds documents by the names that outlets use for them; the names are data, documents.json.</summary>
internal static class KnownDocuments
{
    private const string Resource = "Documents/documents.json";

    private static readonly List<(string Alias, string Name)> Aliases = Read();
    private static readonly PhraseMatcher Matcher = new([.. Aliases.Select(alias => alias.Alias)]);

    /// <summary>Where each name stands; a longer name hides those inside of it.</summary>
    public static IEnumerable<NamedPlace> In(string text) =>
        Matcher.Find(WithoutColons(text)).Select(hit => new NamedPlace(Aliases[hit.Phrase].Name, hit.Start, hit.Start + hit.Length));

    // "Information sharing: advice for practitioners" is one name.
    private static string WithoutColons(string text) => text.Replace(':', ',');

    private static List<(string Alias, string Name)> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        var rows = JsonSerializer.Deserialize<List<Row>>(stream, JsonSerializerOptions.Web)!;
        return [.. rows.SelectMany(row => row.Aliases.Select(alias => (alias, row.Name)))];
    }

    private sealed record Row(string Name, IReadOnlyList<string> Aliases);
}

internal sealed record NamedPlace(string Name, int Start, int End);
