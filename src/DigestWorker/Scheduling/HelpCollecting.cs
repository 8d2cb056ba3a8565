using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sharing;

namespace DigestWorker.Scheduling;

/// <summary>Where several workers share a database: each reads of what is due, whichever of them heard of it, and takes over what a dead one had claimed.</summary>
internal sealed class HelpCollecting(Turn turn, TakeSourceTurns take, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            await turn.RunAsync(() => take.HelpAsync(stoppingToken));
            await turn.RunAsync(() => timer.WaitForNextTickAsync(stoppingToken).AsTask());
        }
    }
}
