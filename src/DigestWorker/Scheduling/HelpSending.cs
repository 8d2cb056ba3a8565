using DigestWorker.Pipeline;

namespace DigestWorker.Scheduling;

/// <summary>Where several workers share a database: each sends what is due, whichever of them composed it, and takes over what a dead one had claimed.</summary>
internal sealed class HelpSending(Turn turn, DeliverEdition deliver, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            await turn.RunAsync(() => deliver.SendDueAsync(stoppingToken));
            await turn.RunAsync(() => timer.WaitForNextTickAsync(stoppingToken).AsTask());
        }
    }
}
