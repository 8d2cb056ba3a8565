using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigestWorker.Storage.Care;

/// <summary>A database as files on the disk: the main file, and what SQLite keeps beside it while somebody works with it.</summary>
internal static class DatabaseFile
{
    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    /// <summary>A connection of its own that no pool keeps open after its end.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>On a read-only volume too: there SQLite cannot make what it keeps beside the file, and where nothing was left nothing is missing.</summary>
    public static SqliteConnection OpenToRead(string file)
    {
        var connection = Open(file, SqliteOpenMode.ReadOnly);
        try
        {
            connection.Execute("select count(*) from sqlite_schema");
            return connection;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_CANTOPEN && !File.Exists($"{file}-wal"))
        {
            connection.Dispose();
            return Open($"{new Uri(file).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <returns>The main file first; only those that are there.</returns>
    public static IEnumerable<string> Parts(string file) => Beside.Select(end => file + end).Prepend(file).Where(File.Exists);

    public static void Delete(string file)
    {
        foreach (var part in Parts(file))
        {
            File.Delete(part);
        }
    }

    /// <summary>Goes on when the disk holds it, not when the operating system means to write it.</summary>
    public static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
