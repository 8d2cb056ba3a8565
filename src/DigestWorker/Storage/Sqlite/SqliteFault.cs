using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage.Sqlite;

/// <summary>What is wrong with a SQLite file, in words that name the file and the next step.</summary>
internal static class SqliteFault
{
    // Primary result codes, sqlite.org/rescode.html.
    private const int Busy = 5, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static StorageFault Of(DbException exception, string file) => exception is SqliteException known
        ? new($"{Words(known, file)} (SQLite: {known.SqliteExtendedErrorCode}).", exception)
        : new($"The database {file} could not be used: {exception.Message}", exception);

    private static string Words(SqliteException exception, string file) => exception.SqliteErrorCode switch
    {
        Busy => $"The database {file} is in use by another program that does not let go; end that program or try again later",
        ReadOnly => $"The database {file} cannot be written to; give the program's account the right to write the file and its folder",
        IoError => $"The disk failed while the database {file} was used; check the disk, then run again",
        Corrupt or NotADatabase =>
            $"The file {file} is damaged or is not a SQLite database; put a backup in its place, or move it away to begin anew",
        Full => $"The disk is full, so the database {file} cannot grow; what was stored is safe. Free some space and run again",
        CannotOpen => $"The database {file} cannot be opened; check that its folder exists and may be written to",
        _ => $"The database {file} could not be used: {exception.Message}",
    };
}
