using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>
/// The figures of a leading report that a reader wants, each beside the sentence that it stands in: the sentence says what is
/// counted, when and how it moved, and no rule of ours could say it more truly.
/// </summary>
internal static class KeyFigures
{
    private const int MostRows = 6, FewestBars = 2;

    /// <param name="words">How many may be quoted; sentences beyond are left out, figures that stand in them too.</param>
    public static IReadOnlyList<FigureView> Of(StoredEntry lead, int words)
    {
        var left = words;
        var rows = lead.Understanding.Figures
            .Where(figure => figure is { Shown: true, Standing: Standing.Current, Unit: not FigureUnit.Age } && Care.MayQuote(figure.Quotation))
            .GroupBy(figure => figure.Quotation, StringComparer.Ordinal)
            .Select(sentence => Row([.. sentence], words))
            .TakeWhile(row => (left -= words == 0 ? 0 : Quotation.Words(row.Text)) >= 0)
            .Take(MostRows)
            .ToList();
        return rows.Count(row => row.HasBar) >= FewestBars ? rows : [.. rows.Select(row => row with { Share = null })];
    }

    private static FigureView Row(IReadOnlyList<Figure> figures, int words) => new(
        Quotation.Printed(figures[0]),
        string.Join(", ", figures.Select(figure => Quotation.Printed(figure))),
        words == 0 ? SafeText.Line(figures[0].What) : Quotation.Of(figures[0]),
        figures is [{ Unit: FigureUnit.Percent, Direction: null, Value: > 0 and <= 100 } share] ? share.Value : null);
}
