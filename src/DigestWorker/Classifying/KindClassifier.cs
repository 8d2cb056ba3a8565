using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>Weighs figures, instructions and news words against each other, unless the publisher says what an entry is.</summary>
internal static class KindClassifier
{
    private const int ShownReasons = 3;
    private static readonly PhraseMatcher Cues = new([.. KindCues.All.Select(cue => cue.Phrase)]);

    /// <summary>What carries neither figures nor instructions is news.</summary>
    private static readonly KindSign Nothing = new(Kind.News, "no new figures or instructions", 3);

    public static KindLabel Classify(string? documentType, Reading reading)
    {
        if (PublishedKind.Of(documentType) is { } typed)
        {
            return new KindLabel(typed, [$"the publisher calls it \"{documentType}\""]);
        }

        return PublishedKind.OfTitle(reading.Title) is { } titled
            ? new KindLabel(titled, [$"the title begins \"{reading.Title[..(reading.Title.IndexOf(':', StringComparison.Ordinal) + 1)]}\""])
            : Weigh([Nothing, .. Hints(documentType), .. Phrases(reading), .. Numbers(reading), .. Told(reading)]);
    }

    private static KindLabel Weigh(IReadOnlyList<KindSign> signs)
    {
        var strongest = signs.GroupBy(sign => sign.Kind).OrderByDescending(kind => kind.Sum(sign => sign.Weight)).ThenBy(kind => kind.Key).First();
        return new KindLabel(strongest.Key, [.. strongest.OrderByDescending(sign => sign.Weight).Select(sign => sign.Reason).Distinct().Take(ShownReasons)]);
    }

    private static IEnumerable<KindSign> Hints(string? documentType) =>
        PublishedKind.HintsAtNews(documentType) ? [new KindSign(Kind.News, $"filed under \"{documentType}\"", 3)] : [];

    private static IEnumerable<KindSign> Phrases(Reading reading) =>
        reading.Passages.Where(passage => passage.Place != Place.Publisher)
            .SelectMany(passage => Cues.Find(passage.Text).Select(hit => (passage.Place, hit.Phrase)))
            .Distinct()
            .Select(found => (found.Place, Cue: KindCues.All[found.Phrase]))
            .GroupBy(found => (found.Place, found.Cue.Kind))
            .SelectMany(cues => Capped(cues.Key.Place, [.. cues.Select(found => found.Cue)]));

    private static IEnumerable<KindSign> Capped(Place place, IReadOnlyList<(Kind Kind, string Phrase, double Weight)> cues)
    {
        var scale = PlaceWeight(place) * Math.Min(1, Most(place) / cues.Sum(cue => cue.Weight));
        return cues.Select(cue => new KindSign(cue.Kind, $"\"{cue.Phrase}\" {Places.Words(place)}", scale * cue.Weight));
    }

    private static IEnumerable<KindSign> Numbers(Reading reading)
    {
        var body = reading.At(Place.Body).Concat(reading.At(Place.List));
        return
        [
            .. NumberSigns.NamesPeriod(reading.Title) ? [new KindSign(Kind.Statistics, "the title names a period", 4)] : Array.Empty<KindSign>(),
            .. Figures(6, 1, Place.Title, reading.At(Place.Title)),
            .. Figures(5, 1, Place.Summary, reading.At(Place.Summary)),
            .. Figures(1.8, 4, Place.Opening, reading.At(Place.Opening)),
            .. Figures(0.5, 6, Place.Body, body),
        ];
    }

    private static IEnumerable<KindSign> Figures(double each, int most, Place place, IEnumerable<Passage> passages) =>
        NumberSigns.CountUpTo(most, passages) is > 0 and var count
            ? [new KindSign(Kind.Statistics, $"figures {Places.Words(place)}", each * count)]
            : [];

    // One alone may be an outlet's "Read more".
    private static IEnumerable<KindSign> Told(Reading reading) =>
        Instructions.CountUpTo(4, reading.Passages.Where(passage => passage.Place is not (Place.Publisher or Place.Title))) is > 1 and var count
            ? [new KindSign(Kind.Guidance, "sentences tell the reader what to do", 1.5 * count)]
            : [];

    private static double PlaceWeight(Place place) => place switch
    {
        Place.Title => 2.5,
        Place.Summary => 1.5,
        Place.Opening => 1,
        Place.Body => 0.25,
        _ => 0.3,
    };

    private static double Most(Place place) => place is Place.Title or Place.Summary ? 6 : 8;

    private sealed record KindSign(Kind Kind, string Reason, double Weight);
}
