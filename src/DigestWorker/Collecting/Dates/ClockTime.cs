using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Dates;

/// <summary>A time of day with its distance from UTC, such as <c>09:30 BST</c>; 24:00 is the end of the day.</summary>
internal sealed partial record ClockTime(TimeSpan SinceMidnight, TimeSpan Offset)
{
    public static ClockTime? Read(string written)
    {
        var match = Clock().Match(written);
        if (!match.Success)
        {
            return null;
        }

        var hour = Hour(Number(match, "hour"), match.Groups["half"].Value);
        var (minute, second) = (Number(match, "minute"), Math.Min(Number(match, "second"), 59));
        return hour < 24 || (hour == 24 && minute == 0 && second == 0)
            ? new(new TimeSpan(hour, minute, second), TimeZoneOffset.Read(match.Groups["zone"].Value))
            : null;
    }

    private static int Hour(int hour, string half) => half switch
    {
        "p" or "P" when hour < 12 => hour + 12,
        "a" or "A" when hour == 12 => 0,
        _ => hour,
    };

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("""
        ^(?<hour>\d{1,2}) (?:[:.]?(?<minute>[0-5]\d))? (?:[:.]?(?<second>[0-6]\d))? (?:[.,]\d+)?
        \s* (?:(?<half>[ap])\.?m\b\.?)?
        \s* (?<zone>[^\d:\s].*)?$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex Clock();
}
