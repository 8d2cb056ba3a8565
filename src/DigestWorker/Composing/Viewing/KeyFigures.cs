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
        var rows = words == 0 ? Unquoted(shown) : new FigureRows(lead.Entry, shown, MostRows).Within(words);
        return rows.Count(row => row.HasBar) >= FewestBars ? rows : [.. rows.Select(row => row with { Share = null })];
    }

    private static bool MayShow(Figure figure) =>
        figure is { Shown: true, Standing: Standing.Current, Unit: not FigureUnit.Age } && !Quotation.IsTableRow(figure.Quotation) && Care.MayQuote(figure.Quotation);

    // Without its sentence a figure has to say by itself what it counts.
    private static IReadOnlyList<FigureView> Unquoted(Figure[] shown) =>
        [.. shown.Where(figure => figure.SaysWhat).Take(MostRows).Select((figure, rank) => Row(Quotation.Printed(figure), SafeText.Line(figure.What), rank))];

    private static FigureView Row(string printed, string what, int rank) => new(printed, printed, what, Share: null) { Rank = rank };
}
