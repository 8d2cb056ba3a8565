using System.Data.Common;
using System.Diagnostics;
using Dapper;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Bench.Collecting;

/// <summary>
/// The least that storing can cost: the very rows that the program has written, put into an empty database of the same schema and pragmas,
/// a transaction a source, by prepared statements. Nothing is looked up or computed.
/// </summary>
internal static class BareInsert
{
    private static readonly (string Table, string RowsSql)[] Tables =
    [
        ("entry", "select * from entry where source_id = @source"),
        ("entry_key", "select k.* from entry_key k join entry e on e.id = k.entry_id where e.source_id = @source"),
        ("sighting", "select * from sighting where source_id = @source"),
    ];

    /// <returns>Seconds for all transactions; reading the rows beforehand is not counted.</returns>
    public static double Run(string filledFile, string emptyFile)
    {
        using var filled = new SqliteDatabase($"Data Source={filledFile}").Open();
        var sources = filled.Query<long>("select id from source order by id").ToList();
        var rows = sources.Select(source => Tables.Select(table => Rows(filled, table.RowsSql, source)).ToList()).ToList();
        using var empty = Empty(emptyFile, Rows(filled, "select * from source where @source = @source", source: 0));
        var started = Stopwatch.GetTimestamp();
        rows.ForEach(source => Insert(empty, source));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static DbConnection Empty(string file, List<object[]> sources)
    {
        var database = new SqliteDatabase($"Data Source={file}");
        database.Migrate();
        var connection = database.Open();
        Insert(connection, "source", sources);
        return connection;
    }

    private static void Insert(DbConnection connection, List<List<object[]>> source)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var (table, rows) in Tables.Zip(source))
        {
            Insert(connection, table.Table, rows);
        }

        transaction.Commit();
    }

    private static void Insert(DbConnection connection, string table, List<object[]> rows)
    {
        using var command = connection.CreateCommand();
        var parameters = Enumerable.Range(0, rows[0].Length).Select(column => Parameter(command, column)).ToList();
        command.CommandText = $"insert into {table} values ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
        foreach (var row in rows)
        {
            foreach (var (parameter, value) in parameters.Zip(row))
            {
                parameter.Value = value;
            }

            command.ExecuteNonQuery();
        }
    }

    private static DbParameter Parameter(DbCommand command, int column)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{column}";
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static List<object[]> Rows(DbConnection connection, string sql, long source)
    {
        using var reader = connection.ExecuteReader(sql, new { source });
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
