using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Dates;

internal static partial class TimeZoneOffset
{
    /// <summary>The names of RFC 822, and those that feeds use beside them; whole hours.</summary>
    private static readonly FrozenDictionary<string, int> Names = new Dictionary<string, int>
    {
        ["BST"] = 1,
        ["IST"] = 1,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["JST"] = 9,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly TimeSpan Widest = TimeSpan.FromHours(14);

    /// <returns>Zero for no zone, and for one that nobody knows: RFC 5322 §4.3 says to read it as UTC.</returns>
    public static TimeSpan Read(string written)
    {
        var match = Signed().Match(written);
        return match.Success ? FromDigits(match)
            : Names.TryGetValue(written.Trim(), out var hours) ? TimeSpan.FromHours(hours)
            : TimeSpan.Zero;
    }

    private static TimeSpan FromDigits(Match match)
    {
        var minutes = match.Groups["minute"] is { Success: true } digits ? Number(digits) : 0;
        var offset = new TimeSpan(Number(match.Groups["hour"]), minutes, 0);
        return offset > Widest ? TimeSpan.Zero : match.Groups["sign"].Value == "+" ? offset : -offset;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:GMT|UTC?|Z)?\s*(?<sign>[+\u2212-])(?<hour>\d{1,2}):?(?<minute>\d\d)?$", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex Signed();
}
