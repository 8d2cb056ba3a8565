using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>Days that a text names in full: what two outlets share when both say when something comes into force.</summary>
internal static partial class FullDates
{
    private const int MostDates = 12;

    /// <returns>Day numbers as <see cref="DateOnly.DayNumber"/> has them; a date without a year is of the year of <paramref name="published"/>.</returns>
    public static int[] In(string text, DateOnly published) =>
        [.. Date().Matches(text).Select(match => Read(match, published)).OfType<int>().Distinct().Take(MostDates)];

    private static int? Read(Match match, DateOnly published)
    {
        var year = match.Groups["year"].Success ? match.Groups["year"].Value : published.Year.ToString(CultureInfo.InvariantCulture);
        return DateOnly.TryParseExact(
            $"{match.Groups["day"].Value} {match.Groups["month"].Value} {year}", "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.DayNumber
            : null;
    }

    [GeneratedRegex(
        @"\b(?<day>\d\d?)(?:st|nd|rd|th)?[ ](?:of[ ])?(?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?:,?[ ](?<year>20\d\d))?\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex Date();
}
