using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>Reads the values of a sentence.</summary>
internal static partial class Measures
{
    public static IReadOnlyList<Measure> Of(string plain) =>
        [.. Any().Matches(Contacts.Blanked(plain)).Select(Read).OfType<Measure>()];

    /// <summary>The text with all values that move from period to period taken out.</summary>
    public static string WithoutFigures(string plain) =>
        Any().Replace(plain, match => Read(match) is { Sort: MeasureSort.Age or MeasureSort.Limit } ? match.Value : "#");

    private static Measure? Read(Match match) => match switch
    {
        _ when match.Groups["date"].Success => Of(MeasureSort.Date, match.Value),
        _ when match.Groups["period"].Success => Of(MeasureSort.Period, match.Value),
        _ when match.Groups["age"].Success => Of(MeasureSort.Age, match.Value),
        _ when match.Groups["limit"].Success => Of(MeasureSort.Limit, match.Value),
        _ when match.Groups["time"].Success => Of(MeasureSort.Time, match.Value),
        _ when match.Groups["number"].Success => Of(MeasureSort.Number, match.Value),
        _ => null,
    };

    private static Measure Of(MeasureSort sort, string text) => new(sort, text, $"{sort} {MeasureForm.Of(sort, text)}");

    [GeneratedRegex(MeasurePatterns.Any, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex Any();
}
