using System.Collections.Frozen;
using System.Globalization;

namespace DigestWorker.Matching.Traits;

/// <summary>
/// How rare a word is in writing of this field: ln(documents / documents that hold it), from a fixed table. Counting in the
/// database instead would make a match depend on the order of arrival, and on how much is stored.
/// </summary>
internal static class WordRarity
{
    private const double OfUnlisted = 6.5;

    private const double OfNumber = 4;

    // Short words that the table does not hold are mostly another language's "the" and "of": Welsh "yn", "ar", "mae".
    private static readonly double[] OfUnlistedShort = [0, 0.5, 1.5, 3.5];

    private static readonly FrozenDictionary<string, double> Listed = Load();

    public static double Of(string stem) =>
        char.IsAsciiDigit(stem[0])
            ? OfNumber
            : Listed.GetValueOrDefault(stem, stem.Length < OfUnlistedShort.Length ? OfUnlistedShort[stem.Length] : OfUnlisted);

    private static FrozenDictionary<string, double> Load()
    {
        using var lines = new StreamReader(typeof(WordRarity).Assembly.GetManifestResourceStream("Matching/word-rarity.txt")!);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": "))
            .SelectMany(line => line[1].Split(' ').Select(word => (word, rarity: double.Parse(line[0], CultureInfo.InvariantCulture))))
            .ToFrozenDictionary(pair => pair.word, pair => pair.rarity, StringComparer.Ordinal);
    }
}
