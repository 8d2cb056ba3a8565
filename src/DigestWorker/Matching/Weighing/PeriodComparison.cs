using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>Which stretch of time the two entries report on: the guard against next year's release.</summary>
internal static class PeriodComparison
{
    public static IEnumerable<Observation> Of(EntryTraits first, EntryTraits second)
    {
        var same = first.Period is not null && first.Period == second.Period;
        yield return new Observation(EvidenceKind.SamePeriod, same ? 1 : 0, first.Period ?? "");
        var disjoint = first.Period is not null && second.Period is not null
            && !first.Periods.Any(period => Meets(period, second.Period)) && !second.Periods.Any(period => Meets(period, first.Period));
        yield return new Observation(EvidenceKind.OtherPeriod, disjoint ? 1 : 0);
        yield return new Observation(EvidenceKind.TitlesDiffer, Differ(first.TitlePeriods, second.TitlePeriods) ? 1 : 0);
    }

    private static bool Differ(string[] ones, string[] others) =>
        ones.Length > 0 && others.Length > 0 && !ones.Any(one => others.Any(other => Meets(one, other)));

    /// <summary>The year 2024 holds its quarters and months and half of 2023/24 and 2024/25.</summary>
    private static bool Meets(string one, string other) =>
        one == other || IsYearOf(one, other) || IsYearOf(other, one);

    private static bool IsYearOf(string year, string period) =>
        year.StartsWith("cy", StringComparison.Ordinal)
        && Years(period).Contains(year[2..], StringComparer.Ordinal);

    private static string[] Years(string period) =>
        period.StartsWith("fy", StringComparison.Ordinal) ? [period[2..], Next(period[2..])] : [period.TrimStart('q', 'm', 't', 'o')[..4]];

    private static string Next(string year) =>
        (int.Parse(year, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
