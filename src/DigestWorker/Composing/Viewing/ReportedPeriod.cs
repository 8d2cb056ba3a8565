using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>The stretch of time that a release of figures is about, where its title or summary names one.</summary>
internal static class ReportedPeriod
{
    private const int RecentMonths = 18;

    /// <returns>"2023/24", "the year to June 2024"; empty where none is named.</returns>
    public static string Of(Release release) => Named(release) is { } period ? PeriodWords.Of(period) : "";

    /// <summary>True for figures of a period that was over a year and a half before: worth knowing, but not what is new.</summary>
    public static bool IsEarlier(Release release, DateTimeOffset now) =>
        Named(release) is { } period && PeriodWords.EndOf(period) < DateWords.LondonDay(now).AddMonths(-RecentMonths);

    // A month alone is as often when something came out.
    private static string? Named(Release release) =>
        release.Kind != Kind.Statistics ? null
            : new[] { release.Lead.Entry.Title, release.Lead.Entry.Summary }.Select(NamedPeriods.First).FirstOrDefault(period => period is not null && !NamedPeriods.IsMonth(period));
}
