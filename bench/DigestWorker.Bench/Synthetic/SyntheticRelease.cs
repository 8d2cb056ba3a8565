namespace DigestWorker.Bench.Synthetic;

/// <summary>One year's figures of one body, and the sentences that tell them.</summary>
internal sealed record SyntheticRelease(SyntheticBody Body, int Year, DateOnly Day, int Total, int Before, double[] Shares)
{
    public string Id => $"{Body.Report} {Year}";

    public string Period => Body.Fiscal ? $"{Year - 1}/{Year % 100:00}" : $"{Year - (Body.Month < 7 ? 1 : 0)}";

    public int Change => (int)Math.Round(100.0 * (Total - Before) / Before);

    public int Part(int index) => (int)(Total * Shares[index] / 100);

    public string Rise => Change >= 0 ? "up" : "down";

    /// <summary>Eleven years of every body, each year's total grown out of the last one's.</summary>
    public static IEnumerable<SyntheticRelease> All(Random chance, IEnumerable<SyntheticBody> bodies, int years)
    {
        foreach (var body in bodies)
        {
            var before = (int)(body.Total * (0.8 + (0.4 * chance.NextDouble())));
            for (var year = 2014; year < 2014 + years; year++)
            {
                var total = (int)(before * (0.88 + (0.3 * chance.NextDouble())));
                double[] shares = [Math.Round(20 + (60 * chance.NextDouble()), chance.Next(2)), Math.Round(5 + (40 * chance.NextDouble()), chance.Next(2))];
                yield return new SyntheticRelease(body, year, new DateOnly(year, body.Month, 1 + chance.Next(27)), total, before, shares);
                before = total;
            }
        }
    }
}
