using System.Data.Common;
using Dapper;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Storage;

/// <summary>The looks into the database file itself, page by page, and what the last one found.</summary>
internal sealed class DatabaseChecks(Database database)
{
    private const string Sound = "ok";

    // The first fault is enough to know that a backup is needed.
    private const string LookSql = "pragma quick_check(1)";

    private const string LastSql = "select at as At, fault as Fault from database_check";

    private const string NoteSql = """
        insert into database_check (id, at, fault) values (1, @at, @fault) on conflict (id) do update set at = excluded.at, fault = excluded.fault
        """;

    /// <summary>Changes nothing, but is refused where nothing may be changed.</summary>
    public static int TryWrite(DbConnection connection) => connection.Execute("update database_check set at = at where id = 0");

    /// <returns>Null before the first look.</returns>
    public static DatabaseCheck? Last(DbConnection connection) => connection.QuerySingleOrDefault<Row>(LastSql)?.ToCheck();

    public DatabaseCheck? Last()
    {
        using var connection = database.Open();
        return Last(connection);
    }

    /// <summary>Reads the whole file, beside whoever reads and writes.</summary>
    public DatabaseCheck Look(DateTimeOffset at)
    {
        using var connection = database.Open();
        var check = new DatabaseCheck(at, Fault(connection));
        connection.Execute(NoteSql, new { at = at.ToStorage(), fault = check.Fault });
        return check;
    }

    private static string? Fault(DbConnection connection)
    {
        try
        {
            return connection.ExecuteScalar<string>(LookSql) is { } found and not Sound ? found : null;
        }
        catch (DbException fault) when (SqliteFault.IsDamage(fault))
        {
            return fault.Message;
        }
    }

    private sealed record Row(string At, string? Fault)
    {
        public DatabaseCheck ToCheck() => new(StoredTime.FromStorage(At), Fault);
    }
}

/// <param name="Fault">What is wrong with the file, in SQLite's words; null where nothing is.</param>
internal sealed record DatabaseCheck(DateTimeOffset At, string? Fault);
