using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace DigestWorker.Classifying.Figures;

/// <summary>Numbers as prose writes them: "7,062", "2.4 million", "34k", "six", "twenty-one", "two hundred".</summary>
internal static class NumberWords
{
    public const string Small = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";

    public const string Tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

    private const string Scaled = @"(?:(?<scale>[ ]?(?:million|billion|thousand|hundred|bn|m|k)\b)|(?=\W|pc\b|$))";

    public const string DigitPattern = $@"(?<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?){Scaled}";

    public const string WordPattern = $@"(?<words>\b(?:(?:{Tens})(?:[- ](?:{Small}))?|{Small})\b){Scaled}";

    public const string Pattern = $@"(?:{DigitPattern}|{WordPattern})";

    private const int LongestDigits = 18;

    private static readonly FrozenDictionary<string, double> Words = Small.Split('|').Select((word, at) => (word, value: at + 1.0))
        .Concat(Tens.Split('|').Select((word, at) => (word, value: (at + 2) * 10.0)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.value, StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> InWords = SearchValues.Create(
        [.. Small.Split('|'), .. Tens.Split('|'), " third", "-third", "quarter", "fifth", "half a million"], StringComparison.OrdinalIgnoreCase);

    /// <summary>A quick look: most sentences hold no number.</summary>
    public static bool MayStandIn(string sentence) => sentence.AsSpan().ContainsAnyInRange('0', '9') || AnyIn(sentence);

    /// <summary>A quick look for numbers in words; "phone" holds one too.</summary>
    public static bool AnyIn(string sentence) => sentence.AsSpan().ContainsAny(InWords);

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
