namespace DigestWorker.Bench.Comparing;

/// <summary>One row of a run beside the same row of the baseline.</summary>
/// <param name="Before">Null for a row that the baseline does not know.</param>
internal sealed record Comparison(Measured Now, Measured? Before)
{
    // Runs of the same program differ by as much on a machine that does other things too.
    private const double Tolerance = 0.25;

    // What is far below its limit may double without anybody's noticing.
    private const double OfLimit = 0.02;

    public double? Was => Before?.Value;

    /// <summary>Null where there is nothing to reckon from.</summary>
    public double? ChangePercent => Was is { } was and not 0 ? (Now.Value - was) * 100 / was : null;

    public bool IsMet => Now.IsMet;

    /// <summary>Not met, and it was not when the baseline was taken either.</summary>
    public bool IsKnown => !IsMet && Before is { IsMet: false };

    public bool IsWorse => Was is { } was && Now.Value - was > Math.Max(was * Tolerance, (Now.Limit ?? 0) * OfLimit);

    public bool IsFine => (IsMet || IsKnown) && !IsWorse;

    /// <param name="baseline">Null where there is none to compare with.</param>
    public static Comparison Of(Measured now, Baseline? baseline) => new(now, baseline?.Measures.FirstOrDefault(now.IsRowOf));
}
