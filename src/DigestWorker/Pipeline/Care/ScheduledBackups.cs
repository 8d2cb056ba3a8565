using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Care;

/// <summary>How the backups stand that the settings ask for.</summary>
internal sealed class ScheduledBackups(DigestSettings settings, TimeProvider time)
{
    private static readonly TimeSpan LongestGap = TimeSpan.FromDays(2);

    private readonly BackupFolder? _folder = settings.Storage.Backup.Folder is { } folder ? new BackupFolder(folder) : null;

    public BackupFile? Newest() => _folder?.Newest(time.GetUtcNow());

    public CheckResult Check() => (_folder, Newest()) switch
    {
        (null, _) => new("Backup", IsGood: true, "The service makes none: Storage:Backup:Folder is not set."),
        (_, null) => new("Backup", IsGood: false, $"There is none in {settings.Storage.Backup.Folder}; the service makes one within the hour when it runs."),
        (_, { } newest) => new("Backup", time.GetUtcNow() - newest.At < LongestGap, $"The newest is {Age(time.GetUtcNow() - newest.At)} old: {newest.Path}."),
    };

    private static string Age(TimeSpan age) => age < LongestGap ? $"{(int)age.TotalHours} hours" : $"{(int)age.TotalDays} days";
}
