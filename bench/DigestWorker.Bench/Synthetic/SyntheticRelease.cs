namespace DigestWorker.Bench.Synthetic;

/// <summary>One year's figures of one body on one measure.</summary>
internal sealed record SyntheticRelease(SyntheticBody Body, SyntheticMeasure Measure, int Year, DateOnly Day, int Total, int Before, double[] Shares)
{
    private static readonly int[] MeasuresOfABody = [0, 1, 4, 7];

    public string Id => $"{Body.Name}/{Measure.Noun}/{Year}";

    public string Period => $"{Year - 1}/{Year % 100:00}";

    public int Change => (int)Math.Round(100.0 * Math.Abs(Total - Before) / Before);

    public string Direction => Total >= Before ? "up" : "down";

    public int Part(int index) => (int)(Total * Shares[index] / 100);

    /// <summary>Every body publishes four measures a year; each year's total grows out of the last one's.</summary>
    public static IEnumerable<SyntheticRelease> All(Random chance, int years) =>
        from body in SyntheticBody.All.Index()
        from measure in MeasuresOfABody.Index()
        let counted = SyntheticMeasure.All[(body.Index + measure.Item) % SyntheticMeasure.All.Length]
        let month = 1 + ((body.Item.Month + (measure.Index * 2)) % 12)
        from release in Years(chance, body.Item with { Month = month }, counted, years)
        select release;

    private static IEnumerable<SyntheticRelease> Years(Random chance, SyntheticBody body, SyntheticMeasure measure, int years)
    {
        var before = (int)(measure.Usual * (0.6 + (0.8 * chance.NextDouble())));
        for (var year = 2014; year < 2014 + years; year++)
        {
            var total = (int)(before * (0.88 + (0.3 * chance.NextDouble())));
            double[] shares = [Math.Round(20 + (60 * chance.NextDouble()), chance.Next(2)), Math.Round(5 + (40 * chance.NextDouble()), chance.Next(2))];
            yield return new SyntheticRelease(body, measure, year, new DateOnly(year, body.Month, 1 + chance.Next(20)), total, before, shares);
            before = total;
        }
    }
}
