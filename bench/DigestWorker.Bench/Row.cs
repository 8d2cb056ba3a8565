using DigestWorker.Bench.Comparing;

namespace DigestWorker.Bench;

/// <summary>A measure as the table shows it.</summary>
internal static class Row
{
    public static string[] Of(Measure measure, Comparison beside, bool withBaseline) =>
    [
        measure.Detail.Length == 0 ? measure.What : $"{measure.What}\n    {measure.Detail}",
        $"{measure.Value:0.00#} {measure.Unit}",
        Limit(measure.Limit, measure.Unit),
        .. withBaseline ? [$"{beside.Was:0.00#}", $"{beside.ChangePercent:+0;-0;0} %"] : Array.Empty<string>(),
        Said(beside, withBaseline),
    ];

    /// <summary>One that the baseline has and the run has not.</summary>
    public static string[] OfGone(Measured was) => [was.What, "", Limit(was.Limit, was.Unit), $"{was.Value:0.00#}", "", "GONE"];

    private static string Said(Comparison beside, bool withBaseline) => beside switch
    {
        { IsMet: false, IsKnown: false } => "LIMIT",
        { IsWorse: true } => "WORSE",
        { IsKnown: true } => "not met, as in the baseline",
        { Was: null } when withBaseline => "new",
        _ => "",
    };

    private static string Limit(double? limit, string unit) => limit is null ? "" : $"{limit:0.##} {unit}";
}
