using System.Data.Common;
using System.Diagnostics;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Pages;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Reads sources, many at once, stores what is new, then has everything that is stored understood and matched.</summary>
internal sealed partial class CollectEntries(
    DigestSettings settings,
    IEnumerable<ISourceReader> readers,
    Sources sources,
    FullText fullText,
    StoreEntries store,
    MatchReleases match,
    Instruments instruments,
    TimeProvider time,
    ILogger<CollectEntries> logger)
{
    private static readonly Func<ILogger, string, IDisposable?> OfSource = LoggerMessage.DefineScope<string>("Source {Source}");

    private readonly Dictionary<SourceKind, ISourceReader> _readers = readers.ToDictionary(reader => reader.Kind);

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
            outcomes[at] = await MeasureAsync(wanted[at], records[at], token);
            progress?.Report(outcomes[at]);
        });
        NoteUnchanged(records.Zip(outcomes));
        return outcomes;
    }

    /// <summary>The same for one source whose record is at hand.</summary>
    public async Task<SourceOutcome> ReadAsync(Source source, SourceRecord record, CancellationToken cancellationToken)
    {
        var outcome = await MeasureAsync(source, record, cancellationToken);
        NoteUnchanged([(record, outcome)]);
        return outcome;
    }

    public void Tell(CollectReport report) => Collected(
        report.Sources.Count,
        report.Sources.Count(outcome => outcome.State == ReadState.Failed),
        report.Sources.Sum(outcome => outcome.Counts.New),
        report.Sources.Sum(outcome => outcome.Counts.Revised),
        report.Matched.Releases);

    private async Task<SourceOutcome> MeasureAsync(Source source, SourceRecord record, CancellationToken cancellationToken)
    {
        using var span = instruments.Span("read source");
        using var scope = OfSource(logger, source.Name);
        var started = Stopwatch.GetTimestamp();
        var outcome = await CollectAsync(source, record, cancellationToken);
        var state = outcome.State.ToString().ToLowerInvariant();
        instruments.Read(source.Name, state, outcome.Counts, Stopwatch.GetElapsedTime(started));
        span?.SetTag("digestworker.source", source.Name).SetTag("digestworker.outcome", state).SetTag("digestworker.entries.new", outcome.Counts.New);
        return outcome;
    }

    // The loop over sources of rule 10: whatever one source does, the others go on. A database that fails is not a source's fault.
    private async Task<SourceOutcome> CollectAsync(Source source, SourceRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadWithAsync(source, record, cancellationToken);
        }
        catch (Exception exception) when (exception is not DbException and not OperationCanceledException)
        {
            SourceBroke(source.Name, exception);
            return Fail(source, record, new ReadResult.Failed(
                $"the program itself failed on what this source gave ({exception.GetType().Name}); please report it"));
        }
    }

    private async Task<SourceOutcome> ReadWithAsync(Source source, SourceRecord record, CancellationToken cancellationToken)
    {
        if (!_readers.TryGetValue(source.Kind, out var reader))
        {
            return Fail(source, record, new ReadResult.Failed($"no reader is built in for sources of kind {source.Kind}"));
        }

        var since = record is { ETag: null, LastModified: null } ? null : new Validators(record.ETag, record.LastModified);
        switch (await reader.ReadAsync(source, since, cancellationToken))
        {
            case ReadResult.Read read:
                var completed = await CompletedAsync(source, record, read, cancellationToken);
                var counts = await store.RunAsync(source, record, completed, cancellationToken);
                if (counts.HasGap)
                {
                    CameBackWithGap(source.Name, counts.New);
                }

                return counts.Fault(source) is { } fault
                    ? Fail(source, record, new ReadResult.Failed(fault))
                    : new SourceOutcome(source.Name, ReadState.Read, counts, [.. read.Remarks, .. counts.Oddities()], null);
            case ReadResult.Failed failed:
                return Fail(source, record, failed);
            case var unchanged:
                return SourceOutcome.Unchanged(source.Name, Pace.AfterSuccess(unchanged, usual: null, time.GetUtcNow()));
        }
    }

    private async Task<CompletedRead> CompletedAsync(
        Source source, SourceRecord record, ReadResult.Read read, CancellationToken cancellationToken)
    {
        if (!source.FullText)
        {
            return new CompletedRead(read, read.Entries);
        }

        var unread = store.Unread(source, record, read.Entries);
        var filled = await fullText.FillAsync(source, read, unread.Contains, cancellationToken);
        return new CompletedRead(read with { Remarks = filled.Remarks }, filled.Entries);
    }

    // All at once, since each costs a transaction; where the program ends before, they are merely asked again sooner.
    private void NoteUnchanged(IEnumerable<(SourceRecord Record, SourceOutcome Outcome)> read) => sources.Unchanged(
        read.Where(one => one.Outcome.State == ReadState.Unchanged).Select(one => (one.Record.Id, one.Outcome.NextTryAt)),
        time.GetUtcNow());

    private SourceOutcome Fail(Source source, SourceRecord record, ReadResult.Failed failed)
    {
        var now = time.GetUtcNow();
        sources.Failed(new SourceFailure(record.Id, now, Pace.AfterFailure(failed, record.Failures + 1, now), failed.Trouble, failed.Reason));
        SourceFailed(source.Name, failed.Reason);
        return SourceOutcome.Failed(source.Name, failed.Reason);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Collected {Sources} sources ({Failed} failed): {New} new entries, {Revised} revised, {Releases} new releases")]
    private partial void Collected(int sources, int failed, int @new, int revised, int releases);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} could not be read: {Reason}")]
    private partial void SourceFailed(string source, string reason);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Source {Source} can be read again, but none of its {New} entries was known: what came and went meanwhile is missing")]
    private partial void CameBackWithGap(string source, int @new);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading source {Source} broke")]
    private partial void SourceBroke(string source, Exception exception);
}
