using DigestWorker.Pipeline;

namespace DigestWorker.Cli;

/// <summary>Collecting, told to a person.</summary>
internal static class CollectTable
{
    public static void Print(CollectReport report)
    {
        Printer.Table(["Source", "New", "Revised", "Known", "Remarks"], report.Sources.Select(Row));
        Printer.Line(Summary(report));
    }

    private static string[] Row(SourceOutcome outcome) =>
    [
        outcome.Source,
        .. outcome.State == ReadState.Failed ? ["-", "-", "-"] : Counts(outcome.Counts),
        outcome.State switch
        {
            ReadState.Failed => $"Failed: {outcome.Reason}",
            ReadState.Unchanged => "not modified",
            _ => string.Join("; ", FewRemarks.Of(outcome.Remarks)),
        },
    ];

    private static string[] Counts(StoredCounts counts) =>
        [$"{counts.New}", $"{counts.Revised}", $"{counts.Known + counts.Twice.Count}"];

    private static string Summary(CollectReport report)
    {
        var failed = report.Sources.Count(outcome => outcome.State == ReadState.Failed);
        return $"{Printer.Count(report.Sources.Count, "source")}, {failed} failed; "
            + $"{report.Sources.Sum(outcome => outcome.Counts.New)} new entries, {Printer.Count(report.Matched.Releases, "new release")}.";
    }
}
