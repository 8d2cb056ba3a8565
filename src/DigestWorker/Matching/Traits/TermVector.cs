namespace DigestWorker.Matching.Traits;

/// <summary>The most telling words of a text with their weights (tf-idf), scaled to length one and sorted by word.</summary>
internal sealed record TermVector(uint[] Terms, float[] Weights)
{
    private const int Most = 80, Reliable = 12;

    /// <param name="parts">Texts with what one mention in them counts.</param>
    public static TermVector Of(params ReadOnlySpan<(string Text, double Counts)> parts)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (text, each) in parts)
        {
            foreach (var stem in Stems.Of(text))
            {
                counts[stem] = counts.GetValueOrDefault(stem) + each;
            }
        }

        return Scaled([.. counts
            .Select(word => (Term: TextHash.Short(word.Key), Weight: (1 + Math.Log(word.Value)) * WordRarity.Of(word.Key)))
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Term)
            .Take(Most)
            .DistinctBy(word => word.Term)
            .OrderBy(word => word.Term)]);
    }

    private static TermVector Scaled((uint Term, double Weight)[] words)
    {
        var length = Math.Sqrt(words.Sum(word => word.Weight * word.Weight));
        return new TermVector([.. words.Select(word => word.Term)], [.. words.Select(word => (float)(word.Weight / length))]);
    }

    /// <returns>0 to 1; lowered where one text is so short that likeness says little.</returns>
    public double Cosine(TermVector other) =>
        Math.Min(1, Math.Min(Terms.Length, other.Terms.Length) / (double)Reliable) * Likeness(other);

    /// <returns>The plain cosine, for lists of words that are short by nature.</returns>
    public double Likeness(TermVector other)
    {
        var (sum, i, j) = (0.0, 0, 0);
        while (i < Terms.Length && j < other.Terms.Length)
        {
            sum += Terms[i] == other.Terms[j] ? Weights[i] * other.Weights[j] : 0;
            (i, j) = (i + (Terms[i] <= other.Terms[j] ? 1 : 0), j + (other.Terms[j] <= Terms[i] ? 1 : 0));
        }

        return sum;
    }
}
