using System.Data.Common;
using System.Diagnostics;
using Dapper;
using DigestWorker.Storage.Postgres;
using DigestWorker.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage.Moving;

/// <summary>
/// Copies a file of SQLite into an empty database of PostgreSQL, a table a transaction, and compares both. Ended in the middle, the
/// same again goes on with the tables that are missing; until it is done no worker starts on that database.
/// </summary>
internal sealed class MoveDatabase(SqliteDatabase from, PostgresDatabase to)
{
    private const string ForeignSql = """
        select count(*) from information_schema.tables where table_schema = current_schema() and to_regclass('schema_version') is null
        """;

    /// <summary>A run whose network was cut holds the database for as long as its server takes to notice.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <exception cref="StorageFault">Nothing can be moved, in words.</exception>
    public MoveReport Run(IProgress<MoveStep>? progress, CancellationToken cancellationToken)
    {
        using var service = from.TryKeepServicesOut() ?? throw new StorageFault($"The service works with {from.Name}; stop it, then run again. Going on with a file that was moved, it would mail everybody twice.");
        using var sending = from.TryKeepFromSending() ?? throw new StorageFault($"A process sends from {from.Name}; stop the service, then run again.");
        using var file = from.Open();
        // Nobody writes to the file meanwhile: what came after would be lost.
        using var still = file.BeginTransaction();
        var tables = TableShape.All(file);
        using var server = (PostgresConnection)to.Open();
        using var turn = WaitForTurn(progress, cancellationToken);
        var done = Begin(server, tables);
        var moved = new List<MovedTable>();
        foreach (var (at, table) in tables.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new MoveStep(table.Name, at, tables.Count));
            moved.Add(Move(file, server, table, done.GetValueOrDefault(table.Name)));
        }

        server.Execute("drop table moved_table");
        return new MoveReport(moved);
    }

    /// <returns>Whether the server said it, and not the file.</returns>
    public static bool IsOfServer(DbException fault) => fault is not SqliteException;

    private IDisposable WaitForTurn(IProgress<MoveStep>? progress, CancellationToken cancellationToken)
    {
        if (to.TryKeepFromSending() is { } free)
        {
            return free;
        }

        progress?.Report(MoveStep.Waits);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(0.5));
            cancellationToken.ThrowIfCancellationRequested();
            if (to.TryKeepFromSending() is { } turn)
            {
                return turn;
            }
        }

        throw new StorageFault($"Another process uses the database {to.Name}; end it, then run again.");
    }

    /// <returns>The tables that an earlier run has moved already.</returns>
    private Dictionary<string, MovedTable> Begin(PostgresConnection server, IReadOnlyList<TableShape> tables)
    {
        if (server.ExecuteScalar<long>(ForeignSql) > 0)
        {
            throw new StorageFault($"The database {to.Name} holds tables of another program; name an empty one.");
        }

        PostgresMigrator.MigrateFor(to, server);
        var isBegun = server.ExecuteScalar<bool>("select to_regclass('moved_table') is not null");
        if (!isBegun && tables.FirstOrDefault(table => server.ExecuteScalar<bool>($"select exists (select 1 from {table.Name})")) is { } filled)
        {
            throw new StorageFault($"The database {to.Name} is not empty: its table {filled.Name} holds rows. If a move has filled it, that is done; otherwise name an empty one.");
        }

        server.Execute("create table if not exists moved_table (name text primary key, rows bigint not null, hash text not null)");
        return server.Query<MovedTable>("select name as Name, rows as Rows, hash as Hash from moved_table").ToDictionary(table => table.Name, StringComparer.Ordinal);
    }

    private MovedTable Move(DbConnection file, PostgresConnection server, TableShape table, MovedTable? before)
    {
        if (before is null)
        {
            TableCopy.Run(file, server, table);
        }

        var (here, there) = (Sum(file, table), Sum(server, table));
        return (here.Rows, here.Hash) == (there.Rows, there.Hash)
            ? new MovedTable(table.Name, here.Rows, here.Hash)
            : throw new StorageFault($"The table {table.Name} is not the same in {from.Name} ({here.Rows} rows) and {to.Name} ({there.Rows} rows), since one of them was changed; empty the database and run again.");
    }

    private static RowSum Sum(DbConnection connection, TableShape table)
    {
        var sum = new RowSum();
        foreach (var values in table.Rows(connection))
        {
            sum.Add(values);
        }

        return sum;
    }
}

/// <param name="Table">The one that is moved now; null while another process still has the new database.</param>
/// <param name="Done">How many tables are.</param>
internal sealed record MoveStep(string? Table, int Done, int Of)
{
    public static readonly MoveStep Waits = new(null, 0, 1);
}

/// <param name="Hash">Of all rows, whatever their order.</param>
internal sealed record MovedTable(string Name, long Rows, string Hash);

internal sealed record MoveReport(IReadOnlyList<MovedTable> Tables);
