using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Website;
using DigestWorker.Settings;

namespace DigestWorker.Scheduling;

/// <summary>What the clock asks for. Whether an edition is due is read from calendar and database, so being late changes nothing.</summary>
internal sealed partial class Weekly(
    DigestSettings settings,
    CollectEntries collect,
    TellAdmin tellAdmin,
    TellSending tellSending,
    DeliverEdition deliver,
    DueSources due,
    PublishFiles files,
    TimeProvider time,
    ILogger<Weekly> logger)
{
    public Task CollectAsync(CancellationToken stopping) => Guarded(async () =>
    {
        await CollectAsync(ofItsPace: true, stopping);
        await WriteFilesAsync(stopping);
    });

    public Task PublishDueAsync(CancellationToken stopping) =>
        Guarded(async () =>
        {
            // Whatever came since a slow source was asked last belongs into the edition too.
            await CollectAsync(ofItsPace: false, stopping);
            await DeliverDueAsync(stopping);
            await WriteFilesAsync(stopping);
        });

    /// <summary>Whatever the database says is missing, stuck or due again; nothing where all is done.</summary>
    public Task SweepAsync(CancellationToken stopping) => Guarded(() => DeliverDueAsync(stopping));

    private async Task DeliverDueAsync(CancellationToken stopping)
    {
        var report = Cron.LastFiring(settings.Schedule.PublishCron, settings.Schedule.TimeZone, time.GetUtcNow()) is { } fired
            ? await deliver.RunDueAsync(fired, stopping)
            : await deliver.SendDueAsync(stopping);
        await tellSending.RunAsync(report, stopping);
    }

    private async Task CollectAsync(bool ofItsPace, CancellationToken stopping)
    {
        await collect.RunAsync(due.Now(ofItsPace), progress: null, stopping);
        await tellAdmin.RunAsync(stopping);
    }

    // Feeds and calendars can wait for the next turn; mails never wait for them.
    private async Task WriteFilesAsync(CancellationToken stopping)
    {
        if (settings.Web is not { PublicFolder: { } folder, PublicUrl: { } address })
        {
            return;
        }

        try
        {
            await files.RunAsync(folder, new Uri(address), stopping);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotWritten(fault.Message);
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Feeds, calendars and public copies could not be written: {Reason}")]
    private partial void NotWritten(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped in the middle; the next start carries on")]
    private partial void Stopped();
}
