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
        Figure[] shown = [.. lead.Understanding.Figures.Where(MayShow)];
        List<FigureView> rows = [.. (words == 0 ? Unquoted(shown) : Quoted(shown, words)).Take(MostRows)];
        return rows.Count(row => row.HasBar) >= FewestBars ? rows : [.. rows.Select(row => row with { Share = null })];
    }

    private static bool MayShow(Figure figure) =>
        figure is { Shown: true, Standing: Standing.Current, Unit: not FigureUnit.Age } && Care.MayQuote(figure.Quotation);

    private static IEnumerable<FigureView> Quoted(Figure[] shown, int words)
    {
        var left = words;
        return shown.GroupBy(figure => figure.Quotation, StringComparer.Ordinal)
            .Select(sentence => Row([.. sentence], Quotation.Of(sentence.First())))
            .TakeWhile(row => (left -= Quotation.Words(row.Text)) >= 0);
    }

    // Without its sentence a figure has to say by itself what it counts.
    private static IEnumerable<FigureView> Unquoted(Figure[] shown) =>
        shown.Where(figure => figure.SaysWhat).Select(figure => Row([figure], SafeText.Line(figure.What)));

    private static FigureView Row(IReadOnlyList<Figure> figures, string text) => new(
        Quotation.Printed(figures[0]),
        string.Join(", ", figures.Select(Quotation.Printed).Distinct(StringComparer.Ordinal)),
        text,
        figures is [{ Unit: FigureUnit.Percent, Direction: null, Value: > 0 and <= 100 } share] ? share.Value : null);
}
