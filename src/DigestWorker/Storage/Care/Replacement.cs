using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage.Care;

/// <summary>
/// Puts another file in a database's place in one step. The replaced one is kept beside it. A kill at any instant leaves the one or
/// the other: the log of the old one is gone before the new one comes.
/// </summary>
internal static class Replacement
{
    /// <returns>Where the replaced database lies now; null where there was none.</returns>
    /// <exception cref="StorageFault">Another process has opened the database meanwhile.</exception>
    public static string? Run(string file, string by, DateTimeOffset now)
    {
        if (!File.Exists(file))
        {
            DatabaseFile.Delete(file);
            File.Move(by, file);
            return null;
        }

        var kept = NameFor(file, now);
        FoldLog(file);
        using var hold = DatabaseHold.TryTake(file) ?? throw InUse(file);
        MoveBeside(file, kept);
        File.Replace(by, file, kept);
        return kept;
    }

    public static StorageFault InUse(string file) =>
        new($"The database {file} is in use, by the service or another verb. Stop the service (systemctl stop digestworker), then run the same again.");

    // One that was killed at its end has left such a file in this very second.
    private static string NameFor(string file, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{file}.replaced-{now.UtcDateTime:yyyyMMdd-HHmmss}");
        return Enumerable.Range(1, int.MaxValue).Select(count => count == 1 ? name : $"{name}-{count}").First(free => !File.Exists(free));
    }

    // A database in order takes its log in; what is left of a damaged one's goes with it.
    private static void FoldLog(string file)
    {
        try
        {
            using var connection = DatabaseFile.Open(file, SqliteOpenMode.ReadWrite);
            connection.Execute("pragma journal_mode = delete");
        }
        catch (SqliteException)
        {
            // Kept beside it under its new name, see below.
        }
    }

    private static void MoveBeside(string file, string kept)
    {
        foreach (var part in DatabaseFile.Parts(file).Where(part => part != file))
        {
            File.Move(part, kept + part[file.Length..]);
        }
    }
}
