using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>The figures that the leading report of a release shows, each beside the one before it where that is known.</summary>
internal sealed record FigureTable(IReadOnlyList<FigureRow> Rows)
{
    private const int LongestSentence = 240, LongestWord = 20;

    public bool HasBefore => Rows.Any(row => row.Before.Length > 0);

    /// <param name="quoteWords">How many words may be quoted from one entry.</param>
    public static FigureTable Of(Release release, int quoteWords)
    {
        var quoted = new HashSet<string>(StringComparer.Ordinal);
        var left = quoteWords;
        return new FigureTable([.. release.Lead.Understanding.Figures
            .Where(figure => figure.Shown)
            .Select(figure => FigureRow.Of(figure, Sentence(figure), ComparisonOf(figure, release)))]);

        string Sentence(Figure figure)
        {
            var sentence = Shortened.ToLength(SafeText.Line(figure.Quotation), LongestSentence);
            return quoted.Contains(sentence) || Words(sentence) > left ? "" : Quote(sentence);
        }

        string Quote(string sentence)
        {
            quoted.Add(sentence);
            left -= Words(sentence);
            return sentence;
        }
    }

    // A string without spaces counts as many words as its length would make.
    private static int Words(string sentence) => Math.Max(sentence.Count(' ') + 1, sentence.Length / LongestWord);

    private static Comparison? ComparisonOf(Figure figure, Release release) => release.Comparisons.FirstOrDefault(comparison =>
        (comparison.Now.Value, comparison.Now.Period, comparison.Now.Printed) == (figure.Value, figure.Period, figure.Printed));
}
