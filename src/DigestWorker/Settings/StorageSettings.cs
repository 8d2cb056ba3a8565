using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

internal sealed record StorageSettings
{
    [Description("Which database holds everything.")]
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    [Description("For SQLite \"Data Source=FILE\"; a relative file counts from the settings file. For PostgreSQL \"Host=SERVER;Database=NAME;Username=USER\", without the password.")]
    public string ConnectionString { get; init; } = "Data Source=data/digestworker.db";

    [Description("The password of PostgreSQL's user. A secret: better in the environment, DIGEST__Storage__Password, or in a file.")]
    public string? Password { get; init; }

    [Description("A file that holds the password of PostgreSQL's user alone.")]
    public string? PasswordFile { get; init; }

    [Description("Where the installation's own keys lie; a relative file counts from the settings file. It is made at the first use and must be backed up with the database; all workers of one database need the same. Where left out it lies beside the database, with .key at its end; with PostgreSQL it is data/digestworker.key.")]
    public string? KeyFile { get; init; }

    [Description("For so many months entries keep their text, and what is watched for as long as a source of the settings watches it; 0 for ever.")]
    [Range(0, 600)]
    public int KeepMonths { get; init; } = 36;

    [Description("For how long what is held about people is kept.")]
    public RetentionSettings Retention { get; init; } = new();

    [Description("Backups that the service makes by itself, where it is given a folder.")]
    public BackupSettings Backup { get; init; } = new();
}

internal enum StorageProvider
{
    Sqlite,
    Postgres,
}
