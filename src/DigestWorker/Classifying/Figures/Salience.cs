using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>
/// How much a reader wants a figure, in log odds: a sum of weights, fitted by logistic regression on the figures that readers
/// marked in 763 entries of three collections, each checked by the others, and rounded. Those of a price and of who answered are no
/// fit: nobody wants an advertisement for a figure, and how many forces sent theirs is not what they tell.
/// </summary>
internal static class Salience
{
    /// <summary>From here on a digest prints it.</summary>
    public const double Shown = 0;

    private const double Start = 0.8, Later = -0.4;

    private static readonly (double Weight, Func<Figure, FigureSigns, bool> Applies)[] Signs =
    [
        (-1.2, (_, signs) => signs.Place == Place.Title),
        (0.9, (_, signs) => signs.Place == Place.Opening),
        (0.3, (_, signs) => signs.Place == Place.List),
        (1.8, (_, signs) => signs.IsRepeated),
        (0.4, (_, signs) => signs.IsOfTheField),
        (1, (figure, signs) => signs.IsOfTheField && figure.Unit == FigureUnit.Count),
        (-0.9, (_, signs) => signs.IsInWords),
        (0.6, (figure, _) => figure.Direction is not null && figure.Unit == FigureUnit.Percent),
        (0.3, (figure, _) => figure.Direction is not null && figure.Unit != FigureUnit.Percent),
        (-1.8, (figure, _) => figure.Standing == Standing.Baseline),
        (-1.2, (figure, _) => figure.Exactness != Exactness.Exact),
        (0.9, (figure, _) => figure.Unit == FigureUnit.Percent),
        (-2.6, (figure, _) => figure.Unit == FigureUnit.Ratio),
        (1.1, (figure, _) => figure.Unit == FigureUnit.Ratio && IsOneIn(figure.Printed)),
        (1.1, (figure, signs) => figure.Unit == FigureUnit.Ratio && signs.Place == Place.Title),
        (-4.8, (figure, _) => figure.Unit == FigureUnit.Age),
        (-5.3, (figure, _) => figure.Unit == FigureUnit.Count && figure.Value < 5),
        (-3.2, (figure, _) => figure.Unit == FigureUnit.Count && figure.Value is >= 5 and < 20),
        (-1.5, (figure, _) => figure.Unit == FigureUnit.Count && figure.Value is >= 20 and < 100),
        (0.8, (figure, _) => figure.Unit == FigureUnit.Count && figure.Value >= 1000),
        (-2.3, (_, signs) => signs.Part == NumberPart.Whole),
        (-2.7, (_, signs) => signs.Part == NumberPart.Sample),
        (-4, (figure, _) => figure.Unit == FigureUnit.Count && CountedNoun.IsWhoAnswered(figure.What)),
        (-0.3, (_, signs) => signs.Part == NumberPart.InBrackets),
        (-9, (_, signs) => signs.Part == NumberPart.Price),
        (-0.7, (_, signs) => signs.Order > 7),
    ];

    public static double Of(Figure figure, FigureSigns signs) =>
        Start + (Later * Math.Log(1 + signs.Order)) + Signs.Where(sign => sign.Applies(figure, signs)).Sum(sign => sign.Weight);

    /// <summary>"One in five" is told for its own sake, "a fifth" mostly in passing.</summary>
    private static bool IsOneIn(string printed) =>
        printed.Contains(" in ", StringComparison.OrdinalIgnoreCase) || printed.Contains(" out of ", StringComparison.OrdinalIgnoreCase);
}
