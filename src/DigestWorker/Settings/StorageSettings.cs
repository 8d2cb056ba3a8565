namespace DigestWorker.Settings;

internal sealed record StorageSettings
{
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>For SQLite a <c>Data Source=FILE</c>; a relative file counts from the settings file.</summary>
    public string ConnectionString { get; init; } = "Data Source=data/digestworker.db";
}

internal enum StorageProvider
{
    Sqlite,
}
