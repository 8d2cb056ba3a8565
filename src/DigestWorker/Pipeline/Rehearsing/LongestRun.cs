namespace DigestWorker.Pipeline.Rehearsing;

/// <summary>The most of a list that stands in rising order already.</summary>
internal static class LongestRun
{
    /// <returns>Indexes into the list.</returns>
    public static IReadOnlySet<int> Of(IReadOnlyList<int> values)
    {
        // runs[i]: the longest rising run that ends at i.
        var runs = new List<List<int>>();
        foreach (var (at, value) in values.Index())
        {
            var longest = runs.Where(run => values[run[^1]] < value).MaxBy(run => run.Count);
            runs.Add([.. longest ?? [], at]);
        }

        return (runs.MaxBy(run => run.Count) ?? []).ToHashSet();
    }
}
