using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>What exactly two entries have in common: "5,653, 44%", "Working Together to Safeguard Children".</summary>
internal static class EvidenceDetail
{
    private const int MostFigures = 4;

    /// <returns>Empty where the kind says all.</returns>
    public static string Of(EvidenceKind kind, EntryTraits first, EntryTraits second) => kind switch
    {
        EvidenceKind.SharedFigures => Figures(FigureComparison.Shared(first, second, Standing.Current)),
        EvidenceKind.SharedBaselines => Figures(FigureComparison.Shared(first, second, Standing.Baseline)),
        EvidenceKind.SameDocument => string.Join(", ", DocumentComparison.SharedNames(first, second)),
        EvidenceKind.SameEdition => DocumentComparison.SharedEdition(first, second) ?? "",
        _ => "",
    };

    private static string Figures(IReadOnlyList<FigureTrait> figures) =>
        string.Join(", ", figures.OrderByDescending(figure => figure.Information).Take(MostFigures).Select(Word));

    private static string Word(FigureTrait figure) => figure.Unit switch
    {
        FigureUnit.Percent => figure.Value.ToString("0.##", CultureInfo.InvariantCulture) + "%",
        FigureUnit.Gbp => "£" + figure.Value.ToString("#,0.##", CultureInfo.InvariantCulture),
        _ => figure.Value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };
}
