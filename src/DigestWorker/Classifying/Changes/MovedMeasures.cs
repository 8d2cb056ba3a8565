namespace DigestWorker.Classifying.Changes;

/// <summary>Which value of a sentence became which in its new wording.</summary>
internal static class MovedMeasures
{
    /// <returns>What was there and what stands there now; one of the two may be missing.</returns>
    public static IReadOnlyList<(Measure? Was, Measure? Now)> Of(BlockPair pair)
    {
        var (before, after) = (Measures.Of(pair.Before.Text), Measures.Of(pair.After.Text));
        return AreInPlace(pair, before, after) ? InPlace(before, after) : Apart(before, after);
    }

    // Where all but the values stands as it did, "up from 350" became "up from 391", though 391 stood elsewhere before.
    private static bool AreInPlace(BlockPair pair, IReadOnlyList<Measure> before, IReadOnlyList<Measure> after) =>
        before.Select(measure => measure.Sort).SequenceEqual(after.Select(measure => measure.Sort))
        && Measures.WithoutFigures(pair.Before.Text) == Measures.WithoutFigures(pair.After.Text);

    private static IReadOnlyList<(Measure? Was, Measure? Now)> InPlace(IReadOnlyList<Measure> before, IReadOnlyList<Measure> after) =>
        [.. before.Zip<Measure?, Measure?>(after).Where(change => change.First!.Key != change.Second!.Key)];

    private static IReadOnlyList<(Measure? Was, Measure? Now)> Apart(IReadOnlyList<Measure> before, IReadOnlyList<Measure> after)
    {
        var difference = Difference.Between(before, after, measure => measure.Key);
        return [.. Enum.GetValues<MeasureSort>().SelectMany(sort => difference.Of(measure => measure.Sort == sort).Pairs())];
    }
}
