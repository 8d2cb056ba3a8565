using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Care;
using DigestWorker.Settings;

namespace DigestWorker.Scheduling;

/// <summary>The backup that the clock asks for. Whether one is due is read from its folder, so being late changes nothing.</summary>
internal sealed class Nightly(DigestSettings settings, Turn turn, KeepBackups backups, TimeProvider time)
{
    public Task BackUpAsync(CancellationToken stopping) => turn.RunAsync(async () =>
    {
        if (Cron.LastFiring(settings.Storage.Backup.Cron, settings.Schedule.TimeZone, time.GetUtcNow()) is { } fired)
        {
            await backups.RunDueAsync(fired, stopping);
        }
    });
}
