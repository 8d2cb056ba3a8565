using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigestWorker.Storage.Sqlite;

/// <summary>What is wrong with a SQLite file, in words that name the file and the next step.</summary>
internal static class SqliteFault
{
    /// <param name="backup">The newest backup, to be named where it helps; null where none is known.</param>
    public static StorageFault Of(DbException exception, string file, string? backup = null) => exception is SqliteException known
        ? new($"{Words(known, file)} (SQLite: {known.SqliteExtendedErrorCode}).{(IsDamage(known) ? $" {NextStep(backup)}" : "")}", exception)
        : new($"The database {file} could not be used: {exception.Message}", exception);

    /// <summary>What to do about a damaged database.</summary>
    public static string NextStep(string? backup) => backup is null
        ? "Stop the service and put a backup in its place by 'db restore FILE'. If there is none, move the file away to begin anew."
        : $"Stop the service, then put the newest backup in its place: digestworker db restore {backup}";

    public static bool IsDamage(DbException exception) => exception is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    private static string Words(SqliteException exception, string file) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY => $"The database {file} is in use by another program that does not let go; end that program or try again later",
        raw.SQLITE_READONLY => $"The database {file} cannot be written to; give the program's account the right to write the file and its folder",
        raw.SQLITE_IOERR => $"The disk failed while the database {file} was used; check the disk, then run again",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            $"The file {file} is damaged or is not a SQLite database, and nothing was changed",
        raw.SQLITE_FULL => $"The disk is full, so the database {file} cannot grow; what was stored is safe. Free some space and run again",
        raw.SQLITE_CANTOPEN => $"The database {file} cannot be opened; check that its folder exists and may be written to",
        _ => $"The database {file} could not be used: {exception.Message}",
    };
}
