using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>
/// How much it says that two entries share a figure, in nats: everybody may write 50%, hardly two write 7,062 by chance.
/// </summary>
internal static class FigureInformation
{
    /// <summary>From here on a figure is strong: sharing it means something by itself.</summary>
    public const double Strong = 5;

    private static readonly double[] BySignificantDigits = [0, 1.8, 3, 5.5, 8, 9.5];

    public static double Of(double value, FigureUnit unit) => unit switch
    {
        FigureUnit.Percent => OfPercent(value),
        FigureUnit.Ratio => 1.5,
        FigureUnit.Age => 0.6,
        FigureUnit.Gbp => 1.5 + (1.5 * SignificantDigits(value)),
        _ => OfCount(value),
    };

    private static double OfPercent(double value) =>
        value > 100 ? 6
        : value % 1 != 0 ? 5.5
        : value % 10 == 0 || value % 25 == 0 || value == 5 ? 2.2
        : 3.4;

    private static double OfCount(double value) =>
        value < 13 ? 0.5
        : value < 100 ? SignificantDigits(value) == 1 ? 0.9 : 1.6
        : BySignificantDigits[Math.Min(SignificantDigits(value), BySignificantDigits.Length - 1)];

    private static int SignificantDigits(double value) =>
        value.ToString("0.######", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
}
