using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Care;

/// <summary>The backup that the settings ask for. The admin is told once when one fails, and once when one is there again.</summary>
internal sealed partial class KeepBackups(
    DigestSettings settings, Database database, BackUp backUp, NoteTroubles note, TimeProvider time, ILogger<KeepBackups> logger)
{
    /// <param name="fired">When the last backup was due.</param>
    public async Task RunDueAsync(DateTimeOffset fired, CancellationToken cancellationToken)
    {
        if (settings.Storage.Backup.Folder is not { } path)
        {
            return;
        }

        var (folder, troubles) = (new BackupFolder(path), new List<ServiceTrouble>());
        try
        {
            if (folder.Newest(time.GetUtcNow()) is not { } newest || newest.At < fired)
            {
                await MakeAsync(folder, cancellationToken);
            }
        }
        catch (Exception fault) when (fault is StorageFault or KeyFault or IOException or UnauthorizedAccessException)
        {
            troubles.Add(Failed(fault.Message));
        }
        catch (DbException fault)
        {
            troubles.Add(Failed(database.Fault(fault).Message));
        }

        note.Run(TroubleTopic.Backups, troubles);
    }

    private static ServiceTrouble Failed(string reason) => new(TroubleTopic.Backups, "failed", $"The backup of the night failed: {reason}");

    private async Task MakeAsync(BackupFolder folder, CancellationToken cancellationToken)
    {
        var report = await backUp.RunAsync(folder.NewFile(time.GetUtcNow()), replaces: false, progress: null, cancellationToken);
        var deleted = folder.Prune(settings.Storage.Backup.Keep, report.File, time.GetUtcNow());
        Made(report.File, report.Bytes, deleted);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backed up to {File} ({Bytes} bytes) and proven; {Deleted} old backups were deleted")]
    private partial void Made(string file, long bytes, int deleted);
}
