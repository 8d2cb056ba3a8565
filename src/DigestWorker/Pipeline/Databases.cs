using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline;

/// <summary>The database that the settings name.</summary>
internal static class Databases
{
    public static Database Of(StorageSettings settings) => settings.Provider switch
    {
        StorageProvider.Postgres => new PostgresDatabase(settings.ConnectionString),
        _ => new SqliteDatabase(settings.ConnectionString),
    };

    /// <returns>The file that holds everything; null where a server does.</returns>
    public static string? FileOf(StorageSettings settings)
    {
        using var database = Of(settings);
        return (database as SqliteDatabase)?.File;
    }
}
