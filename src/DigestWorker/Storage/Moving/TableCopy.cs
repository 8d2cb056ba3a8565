using System.Data.Common;
using Dapper;
using DigestWorker.Storage.Postgres;

namespace DigestWorker.Storage.Moving;

/// <summary>Copies a table in one transaction, and notes what it held.</summary>
internal static class TableCopy
{
    private const string NoteSql = "insert into moved_table (name, rows, hash) values (@name, @rows, @hash)";

    private const string HasSequenceSql = "select pg_get_serial_sequence(@name, 'id') is not null";

    private const long RowsABatch = 20_000;

    // One that refers to itself is one batch, however large.
    private static readonly TimeSpan OfWholeTable = TimeSpan.FromHours(1);

    public static void Run(DbConnection file, PostgresConnection server, TableShape table)
    {
        using var transaction = server.BeginTransaction();
        var sum = new RowSum();
        using (var rows = table.Rows(file).GetEnumerator())
        {
            while (CopyBatch(server, table, rows, sum))
            {
            }
        }

        server.Execute(NoteSql, new { name = table.Name, rows = sum.Rows, hash = sum.Hash });
        if (table.HasId && server.ExecuteScalar<bool>(HasSequenceSql, new { name = table.Name }))
        {
            server.Execute($"select setval(pg_get_serial_sequence(@name, 'id'), (select coalesce(max(id), 0) + 1 from {table.Name}), false)", new { name = table.Name });
        }

        transaction.Commit();
    }

    // What a row refers to is looked up when its batch ends: that of a whole large table would take longer than a command may.
    /// <returns>Whether there may be more rows.</returns>
    private static bool CopyBatch(PostgresConnection server, TableShape table, IEnumerator<object?[]> rows, RowSum sum)
    {
        using var batch = server.Inner.BeginBinaryImport($"copy {table.Name} ({table.ColumnNames}) from stdin (format binary)");
        if (server.Inner.CommandTimeout is > 0 and var patience)
        {
            batch.Timeout = table.RefersToItself ? OfWholeTable : TimeSpan.FromSeconds(patience);
        }

        var end = table.RefersToItself ? long.MaxValue : sum.Rows + RowsABatch;
        var isMore = true;
        while (sum.Rows < end && (isMore = rows.MoveNext()))
        {
            batch.WriteRow(rows.Current);
            sum.Add(rows.Current);
        }

        batch.Complete();
        return isMore;
    }
}
