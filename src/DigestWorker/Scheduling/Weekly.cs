using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Scheduling;

/// <summary>What the clock asks for. Whether an edition is due is read from calendar and database, so being late changes nothing.</summary>
internal sealed partial class Weekly(
    DigestSettings settings,
    CollectEntries collect,
    TellAdmin tellAdmin,
    DeliverEdition deliver,
    Sources sources,
    TimeProvider time,
    ILogger<Weekly> logger)
{
    public Task CollectAsync(CancellationToken stopping) => Guarded(() => CollectAsync(ofItsPace: true, stopping));

    public Task PublishDueAsync(CancellationToken stopping) =>
        Guarded(async () =>
        {
            // Whatever came since a slow source was asked last belongs into the edition too.
            await CollectAsync(ofItsPace: false, stopping);
            if (Cron.LastFiring(settings.Schedule.PublishCron, settings.Schedule.TimeZone, time.GetUtcNow()) is { } due)
            {
                await deliver.RunAsync(EditionWeek.LastComplete(due), subscriber => subscriber.Since < due, folder: null, stopping);
            }
        });

    public Task SendDueAsync(CancellationToken stopping) => Guarded(() => deliver.SendDueAsync(folder: null, stopping));

    private async Task CollectAsync(bool ofItsPace, CancellationToken stopping)
    {
        var resting = sources.Resting(time.GetUtcNow(), ofItsPace);
        await collect.RunAsync([.. settings.Sources.Where(source => !resting.Contains(source.Name))], progress: null, stopping);
        await tellAdmin.RunAsync(stopping);
    }

    // A stop in the middle is no fault: what is missing is found in the database at the next start.
    private async Task Guarded(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            Stopped();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped in the middle; the next start carries on")]
    private partial void Stopped();
}
