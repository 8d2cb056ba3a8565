using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;

namespace DigestWorker.Scheduling;

/// <summary>What the clock asks for. Whether an edition is due is read from calendar and database, so being late changes nothing.</summary>
internal sealed partial class Weekly(
    DigestSettings settings,
    CollectEntries collect,
    TellAdmin tellAdmin,
    DeliverEdition deliver,
    DueSources due,
    TimeProvider time,
    ILogger<Weekly> logger)
{
    public Task CollectAsync(CancellationToken stopping) => Guarded(() => CollectAsync(ofItsPace: true, stopping));

    public Task PublishDueAsync(CancellationToken stopping) =>
        Guarded(async () =>
        {
            // Whatever came since a slow source was asked last belongs into the edition too.
            await CollectAsync(ofItsPace: false, stopping);
            if (Cron.LastFiring(settings.Schedule.PublishCron, settings.Schedule.TimeZone, time.GetUtcNow()) is { } fired)
            {
                await deliver.RunAsync(EditionWeek.LastComplete(fired), subscriber => subscriber.Since < fired, folder: null, stopping);
            }
        });

    public Task SendDueAsync(CancellationToken stopping) => Guarded(() => deliver.SendDueAsync(folder: null, stopping));

    private async Task CollectAsync(bool ofItsPace, CancellationToken stopping)
    {
        await collect.RunAsync(due.Now(ofItsPace), progress: null, stopping);
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
