using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>Finds where an entry applies by the names in its title, summary and opening and by the publisher's own name.</summary>
internal static class AreaClassifier
{
    private const int MostNamed = 5;
    private static readonly Place[] Telling = [Place.Title, Place.Summary, Place.Opening, Place.Publisher];

    private static readonly IReadOnlyList<(string Phrase, string Area)> Names =
    [
        .. UkAreas.Names.SelectMany(name => Spellings(name, name)),
        .. UkAreas.Aliases.SelectMany(alias => Spellings(alias.Key, alias.Value)),
        .. UkAreas.Elsewhere.Select(name => (name, "")),
    ];

    private static readonly IReadOnlyList<(string Phrase, string Area)> Bodies = [.. UkAreas.Bodies.Select(body => (body.Key, body.Value))];

    private static readonly PhraseMatcher NameMatcher = new([.. Names.Select(name => name.Phrase)]);
    private static readonly PhraseMatcher BodyMatcher = new([.. Bodies.Select(body => body.Phrase)]);

    public static IReadOnlyList<AreaLabel> Classify(Reading reading, IReadOnlyList<string> sourceAreas)
    {
        var passages = Telling.SelectMany(reading.At).ToList();
        var named = Spoken(reading, [.. passages.SelectMany(Named)]).DistinctBy(label => label.Area).Take(MostNamed).ToList();
        var spokenFor = named.Exists(label => UkAreas.Nations.Contains(label.Area)) ? [] : passages.SelectMany(SpokenFor);
        var ofSource = sourceAreas.Select(area => new AreaLabel(area, "the source speaks for it"));
        return [.. named.Concat(spokenFor).Concat(ofSource).DistinctBy(label => label.Area, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>
    /// A piece that neither its heading nor its publisher puts into a place may name some by way of example: one that it names once, after
    /// its first words, is not where it applies.
    /// </summary>
    private static IEnumerable<AreaLabel> Spoken(Reading reading, List<(Passage Passage, AreaLabel Label)> named)
    {
        var first = reading.At(Place.Summary).Concat(reading.At(Place.Opening)).FirstOrDefault(passage => passage.Text.Length > 0);
        var isLocal = named.Exists(found => !IsMentioned(found) && !UkAreas.Nations.Contains(found.Label.Area));
        return named.Where(found => isLocal || !IsMentioned(found) || UkAreas.Nations.Contains(found.Label.Area) || IsNamedAgain(reading, found.Label.Area)).Select(found => found.Label);

        bool IsMentioned((Passage Passage, AreaLabel Label) found) => found.Passage.Place == Place.Opening && found.Passage != first;
    }

    private static bool IsNamedAgain(Reading reading, string area) =>
        reading.Passages.SelectMany(passage => NameMatcher.Find(passage.Text)).Where(hit => Names[hit.Phrase].Area == area).Skip(1).Any();

    private static IEnumerable<(Passage Passage, AreaLabel Label)> Named(Passage passage) =>
        from hit in NameMatcher.Find(passage.Text)
        let name = Names[hit.Phrase]
        where name.Area.Length > 0 && !PlaceCue.IsInAName(passage.Text, hit) && IsThePlace(name.Phrase, hit, passage)
        select (passage, new AreaLabel(name.Area, $"\"{name.Phrase}\" {Places.Words(passage.Place)}"));

    private static bool IsThePlace(string name, PhraseHit hit, Passage passage) => passage.Place == Place.Publisher
        ? name != "UK"
        : !UkAreas.Ambiguous.Contains(name) || PlaceCue.Stands(passage.Text, hit);

    private static IEnumerable<AreaLabel> SpokenFor(Passage passage) =>
        from hit in BodyMatcher.Find(passage.Text)
        let body = Bodies[hit.Phrase]
        select new AreaLabel(body.Area, $"\"{body.Phrase}\" {Places.Words(passage.Place)} speaks for it");

    private static IEnumerable<(string, string)> Spellings(string phrase, string area) =>
        phrase.Contains(" and ", StringComparison.Ordinal)
            ? [(phrase, area), (phrase.Replace(" and ", " & ", StringComparison.Ordinal), area)]
            : [(phrase, area)];
}
