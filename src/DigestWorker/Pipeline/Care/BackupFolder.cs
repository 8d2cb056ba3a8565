using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Care;

/// <summary>The folder of scheduled backups. Only files with the names that the program gives are looked at.</summary>
internal sealed partial class BackupFolder(string folder)
{
    private const string Form = "yyyyMMdd-HHmmss";

    /// <returns>The newest backup that the service made; null where it makes none.</returns>
    public static string? NewestOf(StorageSettings storage, DateTimeOffset now) => storage.Backup.Folder is { } folder ? new BackupFolder(folder).Newest(now)?.Path : null;

    public string NewFile(DateTimeOffset now) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"digestworker-{now.UtcDateTime:yyyyMMdd-HHmmss}.db"));

    /// <returns>Newest first.</returns>
    public IReadOnlyList<BackupFile> All() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder).Select(Read).OfType<BackupFile>().OrderByDescending(file => file.At)];

    /// <param name="now">What claims to be younger was made under a clock that ran ahead: how old it is, nobody knows.</param>
    public BackupFile? Newest(DateTimeOffset now) => All().FirstOrDefault(file => file.At <= now);

    /// <summary>Deletes the oldest with their key files, and what a backup left behind that was killed long ago.</summary>
    /// <param name="good">Was just made and proven, so it stays whatever the clock said when others were made.</param>
    public int Prune(int keep, string good, DateTimeOffset now)
    {
        var old = All().Where(file => file.Path != good).Skip(keep - 1).ToList();
        old.ForEach(file => Delete(file.Path));
        foreach (var left in Directory.EnumerateFiles(folder).Where(file => Left().IsMatch(Path.GetFileName(file)) && File.GetLastWriteTimeUtc(file) < now.UtcDateTime.AddDays(-1)))
        {
            File.Delete(left);
        }

        return old.Count;
    }

    private static void Delete(string file)
    {
        File.Delete(file);
        File.Delete(BackUp.KeyOf(file));
    }

    private static BackupFile? Read(string path) =>
        Name().Match(Path.GetFileName(path)) is { Success: true } match
        && DateTimeOffset.TryParseExact(match.Groups[1].Value, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new BackupFile(path, at)
            : null;

    [GeneratedRegex(@"^digestworker-(\d{8}-\d{6})\.db$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^digestworker-\d{8}-\d{6}\.db\..+\.part(-journal)?$")]
    private static partial Regex Left();
}

internal sealed record BackupFile(string Path, DateTimeOffset At);
