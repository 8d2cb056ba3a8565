using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>The month in which a text says that what it tells of came out, where it is not the text's own: "published last month", "which came out in July".</summary>
internal static partial class ReleaseMonth
{
    // A feed may date an entry as it likes.
    private const int FirstYear = 1900, LastYear = 3000;

    /// <returns>The last day of it as <see cref="DateOnly.DayNumber"/> has it; null where none is told.</returns>
    public static int? EndIn(string text, DateOnly published)
    {
        var told = Told().Match(text);
        if (!told.Success || published.Year is <= FirstYear or >= LastYear)
        {
            return null;
        }

        var thisMonth = new DateOnly(published.Year, published.Month, 1);
        var next = Read(told, thisMonth).AddMonths(1);
        return next > thisMonth ? null : next.DayNumber - 1;
    }

    // A month without a year is the one that has been last.
    private static DateOnly Read(Match told, DateOnly thisMonth)
    {
        if (!told.Groups["month"].Success)
        {
            return thisMonth.AddMonths(-1);
        }

        var month = DateTime.ParseExact(told.Groups["month"].Value, "MMMM", CultureInfo.InvariantCulture).Month;
        return told.Groups["year"].Success
            ? new DateOnly(int.Parse(told.Groups["year"].Value, CultureInfo.InvariantCulture), month, 1)
            : new DateOnly(thisMonth.Year - (month > thisMonth.Month ? 1 : 0), month, 1);
    }

    [GeneratedRegex(
        @"\b(?:published|released|issued|launched|came out)(?: \w+){0,3} (?:last month|in (?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?: (?<year>20\d\d))?)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Told();
}
