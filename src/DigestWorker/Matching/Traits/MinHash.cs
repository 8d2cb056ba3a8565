namespace DigestWorker.Matching.Traits;

/// <summary>
/// MinHash (Broder 1997) over three-word shingles with every number masked, so that a template of another year collides
/// and is then told apart by its figures. <see cref="Bands"/> bands of <see cref="Rows"/> catch a pair with Jaccard J
/// with probability 1 - (1 - J^3)^12: 0.95 at 0.6, 0.80 at 0.5.
/// </summary>
internal static class MinHash
{
    public const int Bands = 12, Rows = 3;

    private const int Shingle = 3, FewestShingles = 12;

    /// <returns>Empty for a text too short to be called a copy of anything.</returns>
    public static uint[] Of(string text)
    {
        var words = Stems.Of(text).Select(stem => char.IsAsciiDigit(stem[0]) ? "#" : stem).Select(stem => TextHash.Of(stem)).ToArray();
        if (words.Length < FewestShingles + Shingle - 1)
        {
            return [];
        }

        var least = new uint[Bands * Rows];
        Array.Fill(least, uint.MaxValue);
        for (var at = 0; at + Shingle <= words.Length; at++)
        {
            Note(TextHash.Of(TextHash.Of(words[at], words[at + 1]), words[at + 2]), least);
        }

        return least;
    }

    private static void Note(ulong shingle, uint[] least)
    {
        for (var permutation = 0; permutation < least.Length; permutation++)
        {
            least[permutation] = Math.Min(least[permutation], (uint)(TextHash.Scatter(shingle + ((ulong)permutation << 32)) >> 32));
        }
    }
}
