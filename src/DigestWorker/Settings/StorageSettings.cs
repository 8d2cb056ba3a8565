using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

internal sealed record StorageSettings
{
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>
    /// For SQLite a <c>Data Source=FILE</c>; a relative file counts from the settings file. For PostgreSQL
    /// <c>Host=SERVER;Database=NAME;Username=USER</c>, without the password.
    /// </summary>
    public string ConnectionString { get; init; } = "Data Source=data/digestworker.db";

    /// <summary>Of PostgreSQL's user; a secret, so it comes from <see cref="PasswordFile"/> or from the environment.</summary>
    public string? Password { get; init; }

    public string? PasswordFile { get; init; }

    /// <summary>
    /// Where the installation's own keys lie; a relative file counts from the settings file. It is made at the first use and must
    /// be backed up with the database; all workers of one database need the same. Where left out it lies beside the database, with ".key"
    /// at its end; with PostgreSQL it is <c>data/digestworker.key</c>.
    /// </summary>
    public string? KeyFile { get; init; }

    /// <summary>For so many months entries keep their text; 0 for ever.</summary>
    [Range(0, 600)]
    public int KeepMonths { get; init; } = 36;

    public RetentionSettings Retention { get; init; } = new();
}

internal enum StorageProvider
{
    Sqlite,
    Postgres,
}
