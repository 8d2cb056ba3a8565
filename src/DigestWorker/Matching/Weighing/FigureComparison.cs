using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// What the figures of two entries say. The same current figures speak for one release; a current figure that is the
/// other's baseline speaks for the next one of a series.
/// </summary>
internal static class FigureComparison
{
    private const double MostInformation = 25, MostRounded = 6, EnoughStrong = 2, RoundedShare = 0.45, RoundedBase = 0.8;

    public static IEnumerable<Observation> Of(EntryTraits first, EntryTraits second)
    {
        var (ones, others) = (first.Figures, second.Figures);
        var shared = Shared(ones, others, current: true, otherCurrent: true);
        var rounded = Rounded(ones, others);
        var fewer = Math.Min(ones.Count(IsStrong), others.Count(IsStrong));
        var strong = shared.Count(IsStrong);
        yield return new Observation(EvidenceKind.SharedFigures, Math.Min(MostInformation, Information(shared)), Words(shared));
        yield return new Observation(EvidenceKind.ShareOfFigures, fewer == 0 ? 0 : (double)strong / fewer);
        yield return new Observation(EvidenceKind.RoundedFigures, Math.Min(MostRounded, rounded.Sum(figure => (RoundedShare * figure.Information) + RoundedBase)), Words(rounded));
        var baselines = Shared(ones, others, current: false, otherCurrent: false);
        yield return new Observation(EvidenceKind.SharedBaselines, Information(baselines), Words(baselines));
        List<FigureTrait> crossed = [.. Shared(ones, others, current: true, otherCurrent: false), .. Shared(ones, others, current: false, otherCurrent: true)];
        yield return new Observation(EvidenceKind.CrossedFigures, Information(crossed.Except(shared)), Words(crossed));
        yield return new Observation(EvidenceKind.NoSharedFigure, fewer >= EnoughStrong && strong == 0 && rounded.Count == 0 ? 1 : 0);
    }

    private static List<FigureTrait> Shared(FigureTrait[] ones, FigureTrait[] others, bool current, bool otherCurrent) =>
        [.. ones.Where(one => one.Current == current && others.Any(other => other.Current == otherCurrent && AreEqual(one, other)))
            .DistinctBy(figure => (figure.Value, figure.Unit))];

    /// <summary>"More than 7,000" beside 7,263: the exact one begins with the digits of the other.</summary>
    private static List<FigureTrait> Rounded(FigureTrait[] ones, FigureTrait[] others) =>
        [.. ones.SelectMany(one => others.Where(other => one.Current && other.Current && one.Unit == other.Unit).Select(other => (one, other)))
            .Where(pair => IsRoundedFrom(pair.one, pair.other) || IsRoundedFrom(pair.other, pair.one))
            .Select(pair => pair.one.Information < pair.other.Information ? pair.one : pair.other)
            .DistinctBy(figure => (figure.Value, figure.Unit))];

    private static bool IsRoundedFrom(FigureTrait rounded, FigureTrait exact)
    {
        if (rounded.Unit is FigureUnit.Age or FigureUnit.Ratio || rounded.Information >= exact.Information || rounded.Value <= 0)
        {
            return false;
        }

        var step = Step(rounded.Value);
        return rounded.Value >= 20 * (rounded.Unit == FigureUnit.Percent ? 0 : 1)
            && Math.Abs(rounded.Value - exact.Value) < (rounded.Exact ? step / 2 : step);
    }

    /// <summary>What the last significant digit counts: 1,000 for 7,000; 0.1 for 2.4.</summary>
    private static double Step(double value)
    {
        var step = 1.0;
        while (value % (step * 10) == 0)
        {
            step *= 10;
        }

        return value % 1 == 0 ? step : 0.1;
    }

    private static bool AreEqual(FigureTrait one, FigureTrait other) =>
        one.Unit == other.Unit && Math.Abs(one.Value - other.Value) <= 1e-9 * Math.Abs(one.Value);

    private static bool IsStrong(FigureTrait figure) => figure.Current && figure.Information >= FigureInformation.Strong;

    private static double Information(IEnumerable<FigureTrait> figures) => figures.Sum(figure => figure.Information);

    private static string Words(IReadOnlyList<FigureTrait> figures) =>
        string.Join(", ", figures.OrderByDescending(figure => figure.Information).Take(4).Select(Word));

    private static string Word(FigureTrait figure) => figure.Unit switch
    {
        FigureUnit.Percent => figure.Value.ToString("0.##", CultureInfo.InvariantCulture) + "%",
        FigureUnit.Gbp => "£" + figure.Value.ToString("#,0.##", CultureInfo.InvariantCulture),
        _ => figure.Value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };
}
