using Dapper;
using DigestWorker.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigestWorker.Storage.Care;

/// <summary>
/// Writes the database as it is at one instant into another file, while others go on reading and writing. Free space is left out, and
/// with it whatever was deleted.
/// </summary>
internal static class Snapshot
{
    private static readonly string[] NeverDropped = ["entry", "edition"];

    private const string SizeSql = "select (p.page_count - f.freelist_count) * s.page_size from pragma_page_count p, pragma_freelist_count f, pragma_page_size s";

    /// <param name="file">An empty file, or none.</param>
    public static void Write(Database database, string file, CancellationToken cancellationToken)
    {
        using var connection = DatabaseFile.Open(database.FileFor("A backup"), SqliteOpenMode.ReadWrite);
        using var stop = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            connection.Execute("vacuum into @file", new { file });
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(fault.Message, fault, cancellationToken);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN)
        {
            throw new StorageFault($"The backup could not be written into {Path.GetDirectoryName(file)}: its disk is full or fails (SQLite: {fault.SqliteExtendedErrorCode}). The database is as it was. "
                + "Free some space or name another folder, then run again.", fault);
        }
    }

    /// <returns>About how many bytes a snapshot takes.</returns>
    public static long Size(Database database)
    {
        using var connection = DatabaseFile.Open(database.FileFor("A backup"), SqliteOpenMode.ReadWrite);
        return connection.ExecuteScalar<long>(SizeSql);
    }

    /// <returns>How many rows the tables hold that never lose any.</returns>
    public static IReadOnlyDictionary<string, long> Kept(Database database)
    {
        using var connection = DatabaseFile.Open(database.FileFor("A backup"), SqliteOpenMode.ReadWrite);
        return NeverDropped.ToDictionary(table => table, table => connection.ExecuteScalar<long>($"select count(*) from {table}"), StringComparer.Ordinal);
    }
}
