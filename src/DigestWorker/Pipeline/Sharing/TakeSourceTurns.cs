using System.Collections.Concurrent;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Settings;
using DigestWorker.Storage.Postgres;

namespace DigestWorker.Pipeline.Sharing;

/// <summary>
/// This worker's share of what is to be read, source by source, as long as there is one to take; whoever comes to the end of
/// it has all that is stored matched. It takes over what a worker that is gone had claimed.
/// </summary>
internal sealed class TakeSourceTurns(
    DigestSettings settings, SourceTurns turns, CollectEntries collect, MatchReleases match, WriteAlerts writeAlerts, Instruments instruments)
{
    private readonly Dictionary<string, Source> _known = settings.Sources.ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Unless nothing waits for a worker.</summary>
    public async Task HelpAsync(CancellationToken cancellationToken)
    {
        if (turns.AreFree())
        {
            await RunAsync(cancellationToken);
        }
    }

    /// <returns>Whether something is left that somebody is at, or that may be taken later.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        using var share = turns.TryTakePart();
        if (share is null)
        {
            return true;
        }

        using var span = instruments.Span("collect");
        var done = new Done([], []);
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Collecting.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, settings.Collecting.Concurrency, options, async (_, token) =>
        {
            while (share.Claim(settings.Collecting.ConcurrencyPerHost) is { } turn)
            {
                await TakeAsync(share, turn, done, token);
            }
        });
        if (!done.Sources.IsEmpty || done.Matched.Any(report => report.Entries > 0))
        {
            collect.Tell(new CollectReport([.. done.Sources], done.Matched.Aggregate(MatchReport.Nothing, (all, one) => all.And(one))));
        }

        return share.IsOpen();
    }

    private async Task TakeAsync(SourceShare share, SourceTurn turn, Done done, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (turn.IsMatching)
        {
            done.Matched.Add(match.Run(cancellationToken));
            writeAlerts.Run(cancellationToken);
            share.Matched();
        }
        else if (_known.TryGetValue(turn.Name, out var source) && source.Reading == turn.Reading)
        {
            done.Sources.Add(await collect.ReadAsync(source, turn.Record, cancellationToken));
            share.Done(turn);
        }
        else
        {
            share.Leave(turn);
        }
    }

    private sealed record Done(ConcurrentBag<SourceOutcome> Sources, ConcurrentBag<MatchReport> Matched);
}
