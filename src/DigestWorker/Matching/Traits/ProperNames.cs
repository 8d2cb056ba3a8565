using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>Names of two or more capitalised words, as bodies, people, places and reports have them.</summary>
internal static partial class ProperNames
{
    private const int MostNames = 24;

    public static IReadOnlyList<NameTrait> In(string text) =>
        [.. Name().Matches(text).Select(match => Trait(match.Value)).DistinctBy(name => name.Hash)
            .OrderByDescending(name => name.Rarity).ThenBy(name => name.Hash)
            .Take(MostNames)];

    private static NameTrait Trait(string name)
    {
        var stems = Stems.Of(name).ToList();
        return new NameTrait(TextHash.Short(string.Join(' ', stems)), (float)stems.Max(WordRarity.Of));
    }

    // Two to six words with a capital, small words between them allowed: "Child Safeguarding Practice Review Panel".
    [GeneratedRegex(
        @"\b\p{Lu}[\p{L}'\u2019]+(?:(?:[ -]|[ ](?:of|for|and|on|the|to|in)[ ])\p{Lu}[\p{L}'\u2019]+){1,5}", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Name();
}

/// <param name="Rarity">Of its rarest word.</param>
internal sealed record NameTrait(uint Hash, float Rarity);
