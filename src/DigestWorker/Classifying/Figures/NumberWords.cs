using System.Collections.Frozen;
using System.Globalization;

namespace DigestWorker.Classifying.Figures;

/// <summary>Numbers as prose writes them: "7,062", "2.4 million", "34k", "six", "twenty-one", "two hundred".</summary>
internal static class NumberWords
{
    public const string Small = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";

    public const string Tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

    /// <summary>A pattern for any of them, without what it counts.</summary>
    public const string Pattern =
        $@"(?:(?<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?<words>\b(?:(?:{Tens})(?:[- ](?:{Small}))?|{Small})\b))(?:(?<scale>[ ]?(?:million|billion|thousand|hundred|bn|m|k)\b)|(?=\W|pc\b|$))";

    private const int LongestDigits = 18;

    private static readonly FrozenDictionary<string, double> Words = Small.Split('|').Select((word, at) => (word, value: at + 1.0))
        .Concat(Tens.Split('|').Select((word, at) => (word, value: (at + 2) * 10.0)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.value, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where it is no number that anybody would count.</returns>
    public static double? Value(string digits, string words, string scale)
    {
        if (digits.Length > LongestDigits)
        {
            return null;
        }

        var number = digits.Length > 0
            ? double.Parse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : words.Split('-', ' ').Sum(word => Words[word]);
        return Math.Round(number * Scale(scale.Trim()), 4);
    }

    private static double Scale(string scale) => scale.ToLowerInvariant() switch
    {
        "million" or "m" => 1e6,
        "billion" or "bn" => 1e9,
        "thousand" or "k" => 1e3,
        "hundred" => 1e2,
        _ => 1,
    };
}
