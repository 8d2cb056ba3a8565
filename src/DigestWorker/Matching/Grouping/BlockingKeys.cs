using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Grouping;

/// <summary>
/// The keys of an entry: its strong figures and their roundings, rare words of the lead, names, documents, body and
/// period, topics, full dates, and bands of its signature. Two entries that share none are never compared.
/// </summary>
internal static class BlockingKeys
{
    private const int Figures = 12, Roundings = 4, Words = 12, Names = 6, Dates = 4;
    private const double LeastRounded = 500;

    public static IReadOnlyList<BlockingKey> Of(EntryTraits traits) =>
        [.. All(traits).DistinctBy(key => key.Hash)];

    private static IEnumerable<BlockingKey> All(EntryTraits traits) =>
    [
        .. OfText(traits),
        .. OfFigures(traits),
        .. traits.Documents.Where(document => document.Place != DocumentPlace.Body).Select(document => Key("document", document.Name, 250, 5)),
        .. Rarest(traits.LeadWords).Take(Words).Select(word => Key("word", word, 60, 2)),
        .. traits.Names.Take(Names).Select(name => Key("name", name.Hash, 120, 2)),
        .. traits.Originators.Take(1).Select(body => Key("body", body, 21, 1)),
        .. traits.Originators.Where(_ => traits.Period is not null).Take(2).Select(body => Key("body", $"{body}|{traits.Period}", 250, 2)),
        .. traits.Topics.Select(topic => Key("topic", topic, 5, 0.5)),
        .. traits.Dates.Take(Dates).Select(day => Key("date", (ulong)day, 120, 1)),
    ];

    private static IEnumerable<BlockingKey> OfText(EntryTraits traits)
    {
        if (traits.ContentHash is { } hash)
        {
            yield return Key("text", hash, 60, 20) with { MeansSameText = true };
        }

        for (var band = 0; band * MinHash.Rows < traits.Signature.Length; band++)
        {
            var rows = traits.Signature.AsSpan(band * MinHash.Rows, MinHash.Rows);
            yield return Key("band", TextHash.Of(TextHash.Of(rows[0], rows[1]), TextHash.Of(rows[2], (ulong)band)), 400, 2);
        }
    }

    private static IEnumerable<BlockingKey> OfFigures(EntryTraits traits)
    {
        var strong = traits.Figures.Where(figure => figure.Standing == Standing.Current && figure.Information >= FigureInformation.Strong).Take(Figures).ToList();
        foreach (var figure in strong)
        {
            yield return Key(figure.Unit.ToString(), Number(figure.Value), 200, figure.Information);
        }

        foreach (var figure in strong.Where(figure => figure.Unit == FigureUnit.Count && figure.Value >= LeastRounded).Take(Roundings))
        {
            var step = Math.Pow(10, Math.Floor(Math.Log10(figure.Value)));
            yield return Key("rounded", Number(Math.Floor(figure.Value / step) * step), 90, 1);
            yield return Key("rounded", Number(Math.Round(figure.Value / step) * step), 90, 1);
        }
    }

    private static IEnumerable<ulong> Rarest(TermVector words) =>
        words.Terms.Zip(words.Weights).OrderByDescending(word => word.Second).ThenBy(word => word.First).Select(word => (ulong)word.First);

    private static BlockingKey Key(string type, string text, int days, double weight) =>
        Key(type, TextHash.Of(text), days, weight);

    private static BlockingKey Key(string type, ulong hash, int days, double weight) =>
        new((long)TextHash.Of(TextHash.Of(type), hash), days, weight);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
