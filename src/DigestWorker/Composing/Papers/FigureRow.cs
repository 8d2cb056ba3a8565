using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>One figure in the table of a release.</summary>
/// <param name="Printed">With its limits, as the source prints it: "more than 7,000".</param>
/// <param name="What">What is counted; may be empty where the sentence tells it.</param>
/// <param name="Sentence">That it stands in; empty where it was quoted in the row above or nothing may be quoted.</param>
internal sealed record FigureRow(string Printed, string What, string Sentence, string Period, string Direction)
{
    public const string NotGiven = "not given";

    private const int LongestPrinted = 60, LongestWhat = 160;

    /// <summary>The figures of one sentence, which stands beside the first of them.</summary>
    public static IEnumerable<FigureRow> Of(IEnumerable<Figure> figures, string sentence) => figures.Select((figure, index) => new FigureRow(
        PrintedOf(figure.Printed),
        figure.What.Length == 0 && index > 0 ? "in the same sentence" : WhatOf(figure),
        index == 0 ? sentence : "",
        PeriodWords.Of(figure.Period) ?? NotGiven,
        DirectionOf(figure)));

    public static string PrintedOf(string printed) => Shortened.ToLength(SafeText.Line(printed), LongestPrinted);

    public static string WhatOf(Figure figure) => Shortened.ToLength(SafeText.Line(figure.What), LongestWhat);

    private static string DirectionOf(Figure figure) => figure switch
    {
        { Standing: Standing.Baseline } => "the earlier figure",
        { Direction: Domain.Direction.Up } => "up",
        { Direction: Domain.Direction.Down } => "down",
        _ => NotGiven,
    };
}
