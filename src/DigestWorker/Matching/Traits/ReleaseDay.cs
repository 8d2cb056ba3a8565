using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>When a text says that what it tells of came out: "figures published on Friday", "today's report", "statistics out yesterday".</summary>
internal static partial class ReleaseDay
{
    private const int MostDays = 4, DaysAWeek = 7;

    private const string Day = "(?<day>today|yesterday|this morning|last night|(?:on )?(?:last )?(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)";

    private const string Out =
        "(?:published|released|issued|revealed|disclosed|launched|announced|unveiled|confirmed|showed|shown|found|out|came (?:out|into force)|laid before parliament|reported|said|says|warned)";

    private const string Paper = "(?:report|survey|figures|statistics|data|guidance|review|announcement|results|findings|research|release|publication|study|inspection|judgment|edition)";

    /// <returns>Day numbers as <see cref="DateOnly.DayNumber"/> has them, counted back from the day on which the text came out.</returns>
    public static int[] In(string text, DateOnly published) =>
        [.. Told().Matches(text).Select(match => Read(match, published)).Distinct().Take(MostDays)];

    private static int Read(Match match, DateOnly published) =>
        match.Groups["weekday"].Success ? Last(match.Groups["weekday"].Value, published)
        : match.Groups["day"].Value is "yesterday" or "last night" or "Yesterday" ? published.DayNumber - 1
        : published.DayNumber;

    /// <summary>A report of a Friday that comes out on a Friday tells of its own day.</summary>
    private static int Last(string weekday, DateOnly published)
    {
        var wanted = Array.FindIndex(Enum.GetNames<DayOfWeek>(), name => name.StartsWith(weekday, StringComparison.Ordinal));
        return published.DayNumber - (((int)published.DayOfWeek - wanted + DaysAWeek) % DaysAWeek);
    }

    [GeneratedRegex(
        $@"\b{Out}(?: \w+){{0,3}} {Day}\b|\b{Paper} (?:\w+ )?{Day}\b|\b(?<day>[Tt]oday|[Yy]esterday|(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['\u2019]s (?:\w+ )?{Paper}\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Told();
}
