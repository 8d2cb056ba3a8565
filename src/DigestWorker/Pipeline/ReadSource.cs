using System.Data.Common;
using System.Diagnostics;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Pages;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Reads one source and stores what is new, or notes why it could not be read.</summary>
internal sealed partial class ReadSource(
    SourceReaders readers,
    Sources sources,
    FullText fullText,
    StoreEntries store,
    Instruments instruments,
    TimeProvider time,
    ILogger<ReadSource> logger)
{
    private static readonly Func<ILogger, string, IDisposable?> OfSource = LoggerMessage.DefineScope<string>("Source {Source}");

    /// <returns>Where it is unchanged, that is still to be noted: many together cost one transaction.</returns>
    public async Task<SourceOutcome> RunAsync(Source source, SourceRecord record, CancellationToken cancellationToken)
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
        var since = record is { ETag: null, LastModified: null } ? null : new Validators(record.ETag, record.LastModified);
        switch (await readers[source.Kind].ReadAsync(source, since, cancellationToken))
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

    private SourceOutcome Fail(Source source, SourceRecord record, ReadResult.Failed failed)
    {
        var now = time.GetUtcNow();
        sources.Failed(new SourceFailure(record.Id, now, Pace.AfterFailure(failed, record.Failures + 1, now), failed.Trouble, failed.Reason));
        SourceFailed(source.Name, failed.Reason);
        return SourceOutcome.Failed(source.Name, failed.Reason);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} could not be read: {Reason}")]
    private partial void SourceFailed(string source, string reason);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Source {Source} can be read again, but none of its {New} entries was known: what came and went meanwhile is missing")]
    private partial void CameBackWithGap(string source, int @new);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading source {Source} broke")]
    private partial void SourceBroke(string source, Exception exception);
}
