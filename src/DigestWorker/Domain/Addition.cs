namespace DigestWorker.Domain;

/// <summary>A figure that only a report other than the leading one tells.</summary>
/// <param name="Area">The place that its sentence names, where only that can be meant: "West Midlands".</param>
public sealed record Addition(StoredEntry Entry, Figure Figure, string? Area)
{
    private const double Rounding = 0.05;

    // What stands beyond them is said of something else.
    private static readonly string[] Parts = ["; ", ": ", " but ", " while ", " whereas "];

    public static IReadOnlyList<Addition> To(IReadOnlyList<StoredEntry> entries) =>
        [.. entries.Skip(1).SelectMany(entry => entry.Understanding.Figures
                .Where(figure => figure is { Shown: true, Standing: Standing.Current } && !entries[0].Understanding.Figures.Any(exact => IsRounded(figure, exact)))
                .Select(figure => new Addition(entry, figure, AreaOf(entry, figure))))
            .ExceptBy(entries[0].Understanding.Figures.Select(figure => (figure.Value, figure.Unit)), added => (added.Figure.Value, added.Figure.Unit))
            .DistinctBy(added => (added.Figure.Value, added.Figure.Unit))];

    // "More than 7,000" adds nothing to 7,062.
    private static bool IsRounded(Figure figure, Figure exact) =>
        figure.Exactness != Exactness.Exact && figure.Unit == exact.Unit && Math.Abs(figure.Value - exact.Value) <= exact.Value * Rounding
        && (figure.Exactness != Exactness.AtLeast || figure.Value <= exact.Value) && (figure.Exactness != Exactness.AtMost || figure.Value >= exact.Value);

    // Of two like figures in a sentence, or two places, which is whose is not for us to say.
    private static string? AreaOf(StoredEntry entry, Figure figure)
    {
        var part = Array.Find(figure.Quotation.Split(Parts, StringSplitOptions.None), part => part.Contains(figure.Printed, StringComparison.Ordinal)) ?? "";
        var named = entry.Understanding.Areas.Select(area => area.Area).Where(area => part.Contains(area, StringComparison.Ordinal)).ToList();
        return named.Count == 1 && entry.Understanding.Figures.Count(other => other.Quotation == figure.Quotation && other.Unit == figure.Unit) == 1 ? named[0] : null;
    }
}
