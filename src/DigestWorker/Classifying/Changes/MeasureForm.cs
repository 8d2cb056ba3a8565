using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>One form of a value: "five working days" is "5 working day", "aged 16 to 18" is "16-18".</summary>
internal static partial class MeasureForm
{
    private static readonly string[] NumberWords =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Of(MeasureSort sort, string text) => sort switch
    {
        MeasureSort.Age => AgeForm(text),
        MeasureSort.Limit => UnitEnd().Replace(Digits(text), ""),
        MeasureSort.Date or MeasureSort.Period => DateForm(text),
        _ => Percent().Replace(Digits(text).Replace(",", "", StringComparison.Ordinal), "%"),
    };

    private static string AgeForm(string text)
    {
        var bound = AgeBound().Match(text).Value.ToLowerInvariant() switch
        {
            "under" or "younger" or "below" => "<",
            "over" or "older" or "above" => ">",
            _ => "",
        };
        return bound + string.Join('-', Digit().Matches(text).Select(match => match.Value));
    }

    private static string DateForm(string text)
    {
        var words = text.ToLowerInvariant().Replace(" to ", "-", StringComparison.Ordinal).Replace(" of ", " ", StringComparison.Ordinal);
        return MonthEnd().Replace(OrdinalEnd().Replace(words, ""), "");
    }

    private static string Digits(string text) => Word().Replace(
        text.ToLowerInvariant().Replace('-', ' '),
        match => Array.IndexOf(NumberWords, match.Value) is > 0 and var number ? $"{number}" : match.Value);

    [GeneratedRegex("[a-z]+", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Digit();

    [GeneratedRegex("s$", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex UnitEnd();

    [GeneratedRegex(" ?(?:%|per ?cent)$", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<=\d)(?:st|nd|rd|th)\b", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex OrdinalEnd();

    // "September", "Sept" and "Sep".
    [GeneratedRegex("(?<=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]+", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex MonthEnd();

    [GeneratedRegex("under|over|older|younger|above|below", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex AgeBound();
}
