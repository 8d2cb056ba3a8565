using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigestWorker.Storage.Care;

/// <summary>Reads a whole database file, of whatever age and from wherever, and says what is wrong with it.</summary>
internal static class FileProof
{
    private const string TablesSql = "select name from sqlite_schema where type = 'table' and name in ('entry', 'release', 'subscriber', 'edition', 'delivery', 'suppression')";

    private const string IntegritySql = "pragma integrity_check(5)";

    private const string ForeignKeysSql = """
        select "table" || ' -> ' || parent as Name, count(*) as Rows from pragma_foreign_key_check group by 1 order by 1 limit 5
        """;

    private const string KeyIdsSql = "select distinct hex(key_id) from suppression";

    public static FileFinding Of(string file)
    {
        try
        {
            using var connection = DatabaseFile.OpenToRead(file);
            return Of(connection);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is not (raw.SQLITE_BUSY or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN))
        {
            return new FileFinding { Faults = [$"SQLite cannot read it: {fault.Message}"] };
        }
    }

    private static FileFinding Of(SqliteConnection connection)
    {
        var tables = connection.Query<string>(TablesSql).ToHashSet(StringComparer.Ordinal);
        return new FileFinding
        {
            Schema = connection.ExecuteScalar<long>("pragma user_version"),
            IsOurs = tables.IsSupersetOf(["entry", "subscriber", "edition"]),
            Faults = [.. connection.Query<string>(IntegritySql).Where(line => line != "ok"), .. Orphans(connection)],
            Rows = tables.Order(StringComparer.Ordinal).ToDictionary(table => table, table => connection.ExecuteScalar<long>($"select count(*) from {table}"), StringComparer.Ordinal),
            KeyIds = tables.Contains("suppression") ? connection.Query<string>(KeyIdsSql).AsList() : [],
        };
    }

    private static IEnumerable<string> Orphans(SqliteConnection connection) =>
        connection.Query<Orphan>(ForeignKeysSql).Select(orphan => $"{orphan.Rows} rows lead nowhere ({orphan.Name})");

    private sealed record Orphan
    {
        public string Name { get; init; } = "";
        public long Rows { get; init; }
    }
}

/// <summary>What a look at a whole database file shows.</summary>
internal sealed record FileFinding
{
    public long Schema { get; init; }

    /// <summary>It has the tables of this program.</summary>
    public bool IsOurs { get; init; }

    /// <summary>What is damaged, in SQLite's words; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>How many rows the tables hold that an admin knows by name.</summary>
    public IReadOnlyDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The keys that opt-outs were made with, as upper-case hexadecimal ids.</summary>
    public IReadOnlyList<string> KeyIds { get; init; } = [];
}
