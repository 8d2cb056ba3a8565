using System.Text.Json;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Documents;

/// <summary>Which guidance documents an entry speaks of, and which edition of each.</summary>
internal static class NamedDocuments
{
    private static readonly List<(string Name, string Alias)> Aliases = Load();
    private static readonly PhraseMatcher Matcher = new([.. Aliases.Select(alias => alias.Alias)]);

    public static IReadOnlyList<DocumentMention> In(Reading reading)
    {
        var inForce = Editions.InForce(reading);
        var stage = Editions.StageOf(reading);
        return [.. reading.Passages.Where(passage => passage.Place != Place.Publisher)
            .SelectMany(passage => Matcher.Find(passage.Text).Select(hit => (Aliases[hit.Phrase].Name, passage, hit)))
            .GroupBy(found => found.Name, StringComparer.Ordinal)
            .Select(same => new DocumentMention(
                same.Key,
                same.Select(found => Editions.Beside(found.passage, found.hit)).FirstOrDefault(edition => edition is not null) ?? inForce,
                same.Min(found => PlaceOf(found.passage.Place)),
                stage))];
    }

    private static DocumentPlace PlaceOf(Place place) => place switch
    {
        Place.Title => DocumentPlace.Title,
        Place.Summary or Place.Opening => DocumentPlace.Opening,
        _ => DocumentPlace.Body,
    };

    private static List<(string, string)> Load()
    {
        using var file = typeof(NamedDocuments).Assembly.GetManifestResourceStream("Classifying/documents.json")!;
        return [.. JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!.SelectMany(document => document.Value.Select(alias => (document.Key, alias)))];
    }
}
