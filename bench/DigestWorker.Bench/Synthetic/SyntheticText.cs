namespace DigestWorker.Bench.Synthetic;

/// <summary>So many words, all of them about figures.</summary>
internal static class SyntheticText
{
    public static string Of(int words) => string.Join(
        ' ', string.Join("\n\n", new SyntheticEntries(seed: 3).All(years: 1).Take(120).Select(entry => entry.Text)).Split(' ').Take(words));
}
