namespace DigestWorker.Domain;

/// <summary>A figure that only a report other than the leading one tells.</summary>
/// <param name="Area">The place that its sentence names, where the report is about one: "West Midlands".</param>
public sealed record Addition(StoredEntry Entry, Figure Figure, string? Area)
{
    public static IReadOnlyList<Addition> To(IReadOnlyList<StoredEntry> entries) =>
        [.. entries.Skip(1).SelectMany(entry => entry.Understanding.Figures
                .Where(figure => figure is { Shown: true, Standing: Standing.Current })
                .Select(figure => new Addition(entry, figure, AreaOf(entry, figure))))
            .ExceptBy(entries[0].Understanding.Figures.Select(figure => (figure.Value, figure.Unit)), added => (added.Figure.Value, added.Figure.Unit))
            .DistinctBy(added => (added.Figure.Value, added.Figure.Unit))];

    private static string? AreaOf(StoredEntry entry, Figure figure) =>
        entry.Understanding.Areas.Select(area => area.Area).FirstOrDefault(area => figure.Quotation.Contains(area, StringComparison.Ordinal));
}
