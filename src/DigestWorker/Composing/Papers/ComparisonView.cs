using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>A figure beside the one before it in its series.</summary>
/// <param name="Text">"7,062 offences (2023/24) after 5,500 (2022/23)".</param>
/// <param name="Care">Why the two should be compared with care; empty where nothing speaks against it.</param>
internal sealed record ComparisonView(string Text, string Care)
{
    public static ComparisonView Of(Comparison comparison, StoredEntry lead)
    {
        var (now, before) = (comparison.Now, comparison.Before);
        return new ComparisonView(
            $"{Printed(now)}{What(now, lead)} ({PeriodWords.Of(now.Period)}) {(comparison.Replaces ? "replaces" : "after")} {Printed(before)} ({PeriodWords.Of(before.Period)})",
            comparison.Care ?? "");
    }

    private static string Printed(SeriesPoint point) => FigureRow.PrintedOf(point.Printed);

    private static string What(SeriesPoint point, StoredEntry lead) =>
        lead.Understanding.Figures.FirstOrDefault(figure => figure.Printed == point.Printed && figure.Period == point.Period) is { What.Length: > 0 } figure
            ? $" {FigureRow.WhatOf(figure)}"
            : "";
}
