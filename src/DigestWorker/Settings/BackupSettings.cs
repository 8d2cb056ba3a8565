using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>Backups that the service makes by itself, where it is given a folder.</summary>
internal sealed record BackupSettings
{
    /// <summary>On another disk than the database; a relative folder counts from the settings file. Without one no backup is made.</summary>
    public string? Folder { get; init; }

    /// <summary>In the time zone of the schedule; seconds come first.</summary>
    public string Cron { get; init; } = "0 15 2 * * ?";

    /// <summary>So many of them stay, the newest ones. What is erased meanwhile stands in them for as long.</summary>
    [Range(1, 1000)]
    public int Keep { get; init; } = 14;
}
