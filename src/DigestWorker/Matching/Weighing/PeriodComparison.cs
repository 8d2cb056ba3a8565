using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>Which stretch of time the two entries report on: the guard against next year's release.</summary>
internal static class PeriodComparison
{
    private const int YearLength = 4;

    public static void Note(EntryTraits first, EntryTraits second, Observations seen)
    {
        var disjoint = first.Period is not null && second.Period is not null
            && !first.Periods.Any(period => Meets(period, second.Period)) && !second.Periods.Any(period => Meets(period, first.Period));
        seen.Note(EvidenceKind.OtherPeriod, disjoint);
        seen.Note(EvidenceKind.TitlesDiffer, Differ(first.TitlePeriods, second.TitlePeriods));
    }

    public static bool Differ(string[] ones, string[] others) =>
        ones.Length > 0 && others.Length > 0 && !ones.Any(one => others.Any(other => Meets(one, other)));

    /// <summary>
    /// The year 2024 holds its quarters and months, half of 2023/24 and half of 2024/25; a school year holds its terms. A month alone may be when the figures
    /// came out, so it meets the years that end in it or just before.
    /// </summary>
    private static bool Meets(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)
        || (NamedPeriods.IsMonth(one) && !NamedPeriods.IsMonth(other) && Years(other).Any(year => IsYearOrNext(year, one)))
        || (NamedPeriods.IsMonth(other) && !NamedPeriods.IsMonth(one) && Years(one).Any(year => IsYearOrNext(year, other)))
        || (one.Length == YearLength && Years(other).Contains(one, StringComparer.Ordinal))
        || (other.Length == YearLength && Years(one).Contains(other, StringComparer.Ordinal));

    /// <summary>What puts periods in the order of time, as text.</summary>
    public static string Start(string period) => period.Replace("to-", "", StringComparison.Ordinal);

    private static bool IsYearOrNext(string year, string month) =>
        int.Parse(month[..YearLength], CultureInfo.InvariantCulture) - int.Parse(year, CultureInfo.InvariantCulture) is 0 or 1;

    private static string[] Years(string period)
    {
        var year = Start(period)[..YearLength];
        return period.Contains('/', StringComparison.Ordinal)
            ? [year, (int.Parse(year, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)]
            : [year];
    }
}
