namespace DigestWorker.Matching.Traits;

/// <summary>FNV-1a (RFC draft-eastlake-fnv): the same on every machine and in every run, which string.GetHashCode is not.</summary>
internal static class TextHash
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text, ulong seed = Basis)
    {
        foreach (var letter in text)
        {
            seed = (seed ^ letter) * Prime;
        }

        return seed;
    }

    public static ulong Of(ulong first, ulong second) => Scatter(first ^ (second * Prime));

    public static uint Short(ReadOnlySpan<char> text) => Fold(Of(text));

    private static uint Fold(ulong hash) => (uint)(hash ^ (hash >> 32));

    /// <summary>The finishing step of SplitMix64 (Steele, Lea, Flood 2014): neighbouring numbers fall far apart.</summary>
    public static ulong Scatter(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
