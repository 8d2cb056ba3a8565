using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

internal sealed record StorageSettings
{
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>For SQLite a <c>Data Source=FILE</c>; a relative file counts from the settings file.</summary>
    public string ConnectionString { get; init; } = "Data Source=data/digestworker.db";

    /// <summary>
    /// Where the installation's own keys lie; a relative file counts from the settings file. It is made at the first use and must
    /// be backed up with the database. Where left out it lies beside the database, with ".key" at its end.
    /// </summary>
    public string? KeyFile { get; init; }

    /// <summary>For so many months entries keep their text; 0 for ever.</summary>
    [Range(0, 600)]
    public int KeepMonths { get; init; } = 36;

    public RetentionSettings Retention { get; init; } = new();

    public BackupSettings Backup { get; init; } = new();
}

internal enum StorageProvider
{
    Sqlite,
}
