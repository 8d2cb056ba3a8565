using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>Backups that the service makes by itself, where it is given a folder.</summary>
internal sealed record BackupSettings
{
    [Description("On another disk than the database; a relative folder counts from the settings file. Without one no backup is made.")]
    public string? Folder { get; init; }

    [Description("When a backup is made, as a cron of Quartz with seconds first, in the time zone of the schedule: \"0 15 2 * * ?\" is 02:15 each night.")]
    public string Cron { get; init; } = "0 15 2 * * ?";

    [Description("So many of them stay, the newest ones. What is erased meanwhile stands in them for as long.")]
    [Range(1, 1000)]
    public int Keep { get; init; } = 14;
}
