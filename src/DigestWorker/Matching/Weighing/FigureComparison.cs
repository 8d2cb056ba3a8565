using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// What the figures of two entries say: the same new figures speak for one release; other figures amid the same words are the
/// mark of the next one of a series.
/// </summary>
internal static class FigureComparison
{
    private const double MostInformation = 25, EnoughStrong = 2, LeastRounded = 100;

    public static IEnumerable<Observation> Of(EntryTraits first, EntryTraits second)
    {
        var (ones, others) = (first.Figures, second.Figures);
        var shared = Shared(ones, others, Standing.Current);
        var fewer = Math.Min(ones.Count(IsStrong), others.Count(IsStrong));
        var strong = shared.Count(IsStrong);
        yield return new Observation(EvidenceKind.SharedFigures, Math.Min(MostInformation, Information(shared)), Words(shared));
        yield return new Observation(EvidenceKind.ShareOfFigures, fewer == 0 ? 0 : (double)strong / fewer);
        var baselines = Shared(ones, others, Standing.Baseline);
        yield return new Observation(EvidenceKind.SharedBaselines, Information(baselines), Words(baselines));
        var none = fewer >= EnoughStrong && strong == 0 && !AnyRounded(ones, others);
        yield return new Observation(EvidenceKind.NoSharedFigure, none ? 1 : 0);
        yield return new Observation(EvidenceKind.OtherFiguresSameWords, none ? first.Words.Cosine(second.Words) : 0);
    }

    private static List<FigureTrait> Shared(FigureTrait[] ones, FigureTrait[] others, Standing standing) =>
        [.. ones.Where(one => one.Standing == standing && others.Any(other => other.Standing == standing && AreEqual(one, other)))
            .DistinctBy(figure => (figure.Value, figure.Unit))];

    /// <summary>"More than 7,000" beside 7,263.</summary>
    private static bool AnyRounded(FigureTrait[] ones, FigureTrait[] others) =>
        ones.Any(one => others.Any(other => one.Standing == Standing.Current && other.Standing == Standing.Current && (IsRoundedFrom(one, other) || IsRoundedFrom(other, one))));

    private static bool IsRoundedFrom(FigureTrait rounded, FigureTrait exact)
    {
        if (rounded.Unit != exact.Unit || rounded.Unit is not (FigureUnit.Count or FigureUnit.Gbp) || rounded.Information >= exact.Information || rounded.Value < LeastRounded)
        {
            return false;
        }

        var step = Step(rounded.Value);
        return rounded.Exact
            ? rounded.Value / step < 100 && Math.Abs(rounded.Value - exact.Value) <= step / 2
            : Math.Abs(rounded.Value - exact.Value) < step;
    }

    /// <summary>What the last significant digit counts: 1,000 for 7,000.</summary>
    private static double Step(double value)
    {
        var step = 1.0;
        while (value % (step * 10) == 0)
        {
            step *= 10;
        }

        return step;
    }

    private static bool AreEqual(FigureTrait one, FigureTrait other) =>
        one.Unit == other.Unit && Math.Abs(one.Value - other.Value) <= 1e-9 * Math.Abs(one.Value);

    private static bool IsStrong(FigureTrait figure) => figure.Standing == Standing.Current && figure.Information >= FigureInformation.Strong;

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
