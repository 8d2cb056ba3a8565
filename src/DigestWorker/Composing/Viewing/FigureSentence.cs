using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>A sentence of a source with those of its figures that are shown, the most wanted first.</summary>
internal sealed record FigureSentence(string Sentence, IReadOnlyList<Figure> Figures, int Rank)
{
    /// <summary>What it says once more, shorter.</summary>
    public IReadOnlyList<string> Repeated { get; private init; } = [];

    // "4%" may stand for anything; the same long number in both is the same thing.
    private const int TellingDigits = 3;

    /// <summary>Those that say once more what another says with more beside it are one with it.</summary>
    public static IReadOnlyList<FigureSentence> Of(IEnumerable<Figure> shown)
    {
        List<FigureSentence> all =
            [.. shown.GroupBy(figure => figure.Quotation, StringComparer.Ordinal).Select((sentence, rank) => new FigureSentence(sentence.Key, [.. sentence], rank))];
        foreach (var repeated in all.ToList())
        {
            // One that took up another is no longer what it was.
            if (all.Contains(repeated) && all.FindIndex(other => other != repeated && other.Repeats(repeated)) is var fuller and >= 0)
            {
                all[fuller] = all[fuller].With(repeated);
                all.Remove(repeated);
            }
        }

        return [.. all.OrderBy(sentence => sentence.Rank)];
    }

    /// <summary>The figures as they follow one another in the sentence; the most wanted, and those that a shortened one still has.</summary>
    public string Printed(string shown) => string.Join("; ", Figures
        .Where((figure, rank) => rank == 0 || shown.Contains(Quotation.Printed(figure), StringComparison.Ordinal))
        .OrderBy(figure => Sentence.IndexOf(figure.Printed, StringComparison.Ordinal))
        .Select(Quotation.Printed)
        .Distinct(StringComparer.Ordinal));

    private FigureSentence With(FigureSentence repeated) =>
        new(Sentence, [.. repeated.Figures, .. Figures], Math.Min(Rank, repeated.Rank)) { Repeated = [.. Repeated, repeated.Sentence, .. repeated.Repeated] };

    private bool Repeats(FigureSentence other) =>
        other.Figures.All(figure => Has(figure.Printed)) && other.Figures.Any(figure => figure.Printed.Count(char.IsAsciiDigit) >= TellingDigits);

    private bool Has(string printed)
    {
        var at = Sentence.IndexOf(printed, StringComparison.Ordinal);
        return at >= 0 && !Continues(at - 1) && !Continues(at + printed.Length) && !(at + printed.Length + 1 < Sentence.Length && Sentence[at + printed.Length] == ',' && char.IsAsciiDigit(Sentence[at + printed.Length + 1]));
    }

    private bool Continues(int at) => at >= 0 && at < Sentence.Length && (char.IsLetterOrDigit(Sentence[at]) || Sentence[at] is '%' or '£');
}
