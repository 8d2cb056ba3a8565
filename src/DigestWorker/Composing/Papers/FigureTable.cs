using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>
/// The figures that the leading report of a release shows. Each has its sentence, for what the rules read as counted is not always
/// enough to understand it; only where an admin lets nothing be quoted must that do.
/// </summary>
/// <param name="Left">How many more the report tells.</param>
internal sealed record FigureTable(IReadOnlyList<FigureRow> Rows, int Left)
{
    public bool HasDirection => Rows.Any(row => row.Direction != FigureRow.NotGiven);

    public string More => Left == 0 ? "" : Counted.Of(Left, "more figure", "more figures");

    /// <param name="quoteWords">How many words may be quoted from one entry.</param>
    public static FigureTable Of(StoredEntry lead, int quoteWords)
    {
        Figure[] shown = [.. lead.Understanding.Figures.Where(figure => figure.Shown)];
        FigureRow[] rows = quoteWords == 0 ? [.. FigureRow.Of(shown.Where(figure => figure.What.Length > 0), "")] : [.. Quoted(shown, quoteWords)];
        return new FigureTable(rows, shown.Length - rows.Length);
    }

    private static IEnumerable<FigureRow> Quoted(Figure[] shown, int words)
    {
        var left = words;
        return shown.GroupBy(figure => QuotedSentence.Of(figure.Quotation), StringComparer.Ordinal)
            .TakeWhile(sentence => (left -= QuotedSentence.Words(sentence.Key)) >= 0)
            .SelectMany(sentence => FigureRow.Of(sentence, sentence.Key));
    }
}
