using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>One figure in the table of a release.</summary>
/// <param name="Printed">With its limits, as the source prints it: "more than 7,000".</param>
/// <param name="Sentence">That it stands in; empty where it stands above already or nothing may be quoted.</param>
/// <param name="Before">The figure before it in its series, with its period; empty for none.</param>
/// <param name="Care">Why the two should be compared with care; empty where nothing speaks against it.</param>
internal sealed record FigureRow(string Printed, string What, string Sentence, string Period, string Direction, string Before, string Care)
{
    private const int LongestPrinted = 60, LongestWhat = 160;

    public static FigureRow Of(Figure figure, string sentence, Comparison? comparison) => new(
        Shortened.ToLength(SafeText.Line(figure.Printed), LongestPrinted),
        Shortened.ToLength(SafeText.Line(figure.What), LongestWhat),
        sentence,
        PeriodWords.Of(figure.Period),
        DirectionOf(figure),
        comparison is null ? "" : BeforeOf(comparison),
        comparison?.Care ?? "");

    private static string DirectionOf(Figure figure) => figure switch
    {
        { Standing: Standing.Baseline } => "earlier figure",
        { Direction: Domain.Direction.Up } => "up",
        { Direction: Domain.Direction.Down } => "down",
        _ => "not given",
    };

    private static string BeforeOf(Comparison comparison)
    {
        var before = Shortened.ToLength(SafeText.Line(comparison.Before.Printed), LongestPrinted);
        return comparison.Replaces ? $"{before}, which this replaces" : $"{before}, {PeriodWords.Of(comparison.Before.Period)}";
    }
}
