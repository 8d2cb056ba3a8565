namespace DigestWorker.Storage.Sqlite;

/// <summary>For what is done with the database's file.</summary>
internal static class FileOnly
{
    /// <summary>False where the file is not there yet. Opening the database would make it, which a check has no business to do.</summary>
    public static bool IsMade(this Database database) => database is not SqliteDatabase { File: var file } || File.Exists(file);

    /// <exception cref="StorageFault">The database is no file.</exception>
    public static string FileFor(this Database database, string work) => database is SqliteDatabase { File: var file }
        ? file
        : throw new StorageFault($"{work} takes the file of a SQLite database, and the settings name PostgreSQL ({database.Name}). Its own tools do that, such as pg_dump and pg_restore; keep the key file with what they write.");
}
