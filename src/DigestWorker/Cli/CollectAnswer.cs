using DigestWorker.Pipeline;

namespace DigestWorker.Cli;

/// <summary>Collecting, told to a script.</summary>
internal sealed record CollectAnswer(IReadOnlyList<CollectAnswer.SourceAnswer> Sources, int NewReleases, int Joined)
{
    public static CollectAnswer Of(CollectReport report) => new(
        [.. report.Sources.Select(outcome => new SourceAnswer(
            outcome.Source, outcome.State, outcome.Counts.New, outcome.Counts.Revised, outcome.Counts.Known + outcome.Counts.Twice.Count,
            outcome.Reason, outcome.Remarks))],
        report.Matched.Releases,
        report.Matched.Joined.Count);

    /// <param name="Known">Entries that were stored already, those of other sources included.</param>
    internal sealed record SourceAnswer(
        string Source, ReadState State, int New, int Revised, int Known, string? Reason, IReadOnlyList<string> Remarks);
}
