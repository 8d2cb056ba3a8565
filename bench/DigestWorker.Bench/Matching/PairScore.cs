namespace DigestWorker.Bench.Matching;

/// <summary>Over all pairs of entries: which stand together, and which should.</summary>
internal sealed record PairScore(double Precision, double Recall)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static PairScore Of(IReadOnlyList<(string Gold, long Said)> entries)
    {
        var together = Pairs(entries.GroupBy(entry => entry).Select(same => same.Count()));
        return new PairScore(
            together / Pairs(entries.GroupBy(entry => entry.Said).Select(same => same.Count())),
            together / Pairs(entries.GroupBy(entry => entry.Gold, StringComparer.Ordinal).Select(same => same.Count())));
    }

    private static double Pairs(IEnumerable<int> sizes) => sizes.Sum(size => size * (size - 1.0) / 2);
}
