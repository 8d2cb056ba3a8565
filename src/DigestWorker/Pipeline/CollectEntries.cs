using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Reads sources, many at once, stores what is new, then has everything that is stored understood and matched.</summary>
internal sealed partial class CollectEntries(
    DigestSettings settings,
    ReadSource read,
    Sources sources,
    MatchReleases match,
    Instruments instruments,
    TimeProvider time,
    ILogger<CollectEntries> logger)
{
    public async Task<CollectReport> RunAsync(
        IReadOnlyList<Source> wanted, IProgress<SourceOutcome>? progress, CancellationToken cancellationToken)
    {
        var report = new CollectReport(await StoreAsync(wanted, progress, cancellationToken), match.Run(cancellationToken));
        Tell(report);
        return report;
    }

    /// <summary>Only reads and stores: understanding and matching are left for later.</summary>
    /// <returns>What came of each source, in their order.</returns>
    public async Task<IReadOnlyList<SourceOutcome>> StoreAsync(
        IReadOnlyList<Source> wanted, IProgress<SourceOutcome>? progress, CancellationToken cancellationToken)
    {
        using var span = instruments.Span("collect");
        var records = sources.Remember(wanted);
        var outcomes = new SourceOutcome[wanted.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Collecting.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, wanted.Count, options, async (at, token) =>
        {
            outcomes[at] = await read.RunAsync(wanted[at], records[at], token);
            progress?.Report(outcomes[at]);
        });
        NoteUnchanged(records.Zip(outcomes));
        return outcomes;
    }

    /// <summary>The same for one source whose record is at hand.</summary>
    public async Task<SourceOutcome> ReadAsync(Source source, SourceRecord record, CancellationToken cancellationToken)
    {
        var outcome = await read.RunAsync(source, record, cancellationToken);
        NoteUnchanged([(record, outcome)]);
        return outcome;
    }

    public void Tell(CollectReport report) => Collected(
        report.Sources.Count,
        report.Sources.Count(outcome => outcome.State == ReadState.Failed),
        report.Sources.Sum(outcome => outcome.Counts.New),
        report.Sources.Sum(outcome => outcome.Counts.Revised),
        report.Matched.Releases);

    // All at once, since each costs a transaction; where the program ends before, they are merely asked again sooner.
    private void NoteUnchanged(IEnumerable<(SourceRecord Record, SourceOutcome Outcome)> outcomes) => sources.Unchanged(
        outcomes.Where(one => one.Outcome.State == ReadState.Unchanged).Select(one => (one.Record.Id, one.Outcome.NextTryAt)),
        time.GetUtcNow());

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Collected {Sources} sources ({Failed} failed): {New} new entries, {Revised} revised, {Releases} new releases")]
    private partial void Collected(int sources, int failed, int @new, int revised, int releases);
}
