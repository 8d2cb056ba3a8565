using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>
/// How much a reader wants a figure, in log odds: a sum of weights, fitted by logistic regression on the figures that readers
/// marked in 381 entries, cross-checked by release, and rounded. Those of a price and of who answered are no
/// fit: nobody wants an advertisement for a figure, and how many forces sent theirs is not what they tell.
/// </summary>
internal static class Salience
{
    /// <summary>From here on a digest prints it.</summary>
    public const double Shown = 0;

    private const double Start = 1.5, Later = -0.7;

    private static readonly (double Weight, Func<Figure, FigureSigns, bool> Applies)[] Signs =
    [
        (-1.3, (_, signs) => signs.Place == Place.Title),
        (0.6, (_, signs) => signs.Place == Place.Opening),
        (0.3, (_, signs) => signs.Place == Place.List),
        (1.6, (_, signs) => signs.IsRepeated),
        (0.2, (_, signs) => signs.IsOfTheField),
        (1.1, (figure, signs) => signs.IsOfTheField && figure.Unit == FigureUnit.Count),
        (-1.8, (_, signs) => signs.IsInWords),
        (0.6, (figure, _) => figure.Direction is not null && figure.Unit == FigureUnit.Percent),
        (0.3, (figure, _) => figure.Direction is not null && figure.Unit != FigureUnit.Percent),
        (-1.7, (figure, _) => figure.Standing == Standing.Baseline),
        (-1.5, (figure, _) => figure.Exactness != Exactness.Exact),
        (0.9, (figure, _) => figure.Unit == FigureUnit.Percent),
        (-2.5, (figure, _) => figure.Unit == FigureUnit.Ratio),
        (1.1, (figure, signs) => figure.Unit == FigureUnit.Ratio && signs.Place == Place.Title),
        (-3.3, (figure, _) => figure.Unit == FigureUnit.Age),
        (-3.7, (figure, _) => figure.Unit == FigureUnit.Count && figure.Value < 5),
        (-2.1, (figure, _) => figure.Unit == FigureUnit.Count && figure.Value is >= 5 and < 20),
        (-1.5, (figure, _) => figure.Unit == FigureUnit.Count && figure.Value is >= 20 and < 100),
        (1.4, (figure, _) => figure.Unit == FigureUnit.Count && figure.Value >= 1000),
        (-1.8, (_, signs) => signs.Part == NumberPart.Whole),
        (-1.7, (_, signs) => signs.Part == NumberPart.Sample),
        (-4, (figure, _) => figure.Unit == FigureUnit.Count && CountedNoun.IsWhoAnswered(figure.What)),
        (-0.3, (_, signs) => signs.Part == NumberPart.InBrackets),
        (-9, (_, signs) => signs.Part == NumberPart.Price),
        (-0.6, (_, signs) => signs.Order > 7),
    ];

    public static double Of(Figure figure, FigureSigns signs) =>
        Start + (Later * Math.Log(1 + signs.Order)) + Signs.Where(sign => sign.Applies(figure, signs)).Sum(sign => sign.Weight);
}
