using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// What the figures of two entries say: the same new figures speak for one release; other figures amid the same words are the
/// mark of the next one of a series.
/// </summary>
internal static class FigureComparison
{
    private const double MostInformation = 25, LeastRounded = 100;
    private const int EnoughStrong = 2;

    public static void Note(EntryTraits first, EntryTraits second, Observations seen)
    {
        var fewer = Math.Min(first.Figures.Count(IsStrong), second.Figures.Count(IsStrong));
        var shared = Shared(first, second, Standing.Current);
        var strong = shared.Count(IsStrong);
        seen.Note(EvidenceKind.SharedFigures, Math.Min(MostInformation, Information(shared)));
        seen.Note(EvidenceKind.ShareOfFigures, fewer == 0 ? 0 : (double)strong / fewer);
        seen.Note(EvidenceKind.SharedBaselines, Information(Shared(first, second, Standing.Baseline)));
        var bothCount = first.Counted.Terms.Length > 0 && second.Counted.Terms.Length > 0;
        var alike = bothCount ? first.Counted.Likeness(second.Counted) : 0;
        var none = (fewer >= EnoughStrong || (fewer == 1 && alike > 0)) && strong == 0 && !AnyRounded(first.Figures, second.Figures);
        seen.Note(EvidenceKind.NoSharedFigure, none);
        seen.Note(EvidenceKind.OtherFiguresSameWords, none ? first.Words.Cosine(second.Words) : 0);
        seen.Note(EvidenceKind.OtherCountedThings, bothCount && alike == 0);
    }

    /// <returns>Each value once.</returns>
    public static List<FigureTrait> Shared(EntryTraits first, EntryTraits second, Standing standing)
    {
        var shared = new List<FigureTrait>();
        foreach (var figure in first.Figures)
        {
            if (figure.Standing == standing && Holds(second.Figures, figure) && !shared.Exists(other => AreEqual(other, figure)))
            {
                shared.Add(figure);
            }
        }

        return shared;
    }

    private static bool Holds(FigureTrait[] figures, FigureTrait wanted)
    {
        foreach (var figure in figures)
        {
            if (figure.Standing == wanted.Standing && AreEqual(figure, wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"More than 7,000" beside 7,263.</summary>
    private static bool AnyRounded(FigureTrait[] ones, FigureTrait[] others) =>
        Array.Exists(ones, one => one.Standing == Standing.Current
            && Array.Exists(others, other => other.Standing == Standing.Current && (IsRoundedFrom(one, other) || IsRoundedFrom(other, one))));

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

    public static bool IsStrong(FigureTrait figure) => figure.Standing == Standing.Current && figure.Information >= FigureInformation.Strong;

    private static double Information(List<FigureTrait> figures) => figures.Sum(figure => figure.Information);
}
