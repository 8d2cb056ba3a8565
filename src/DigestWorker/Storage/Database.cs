using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage;

/// <summary>The SQLite file. Opening is cheap: connections are pooled by the driver.</summary>
internal sealed class Database(string connectionString) : IDisposable
{
    // WAL with synchronous NORMAL survives the end of the process at any instant (sqlite.org/wal.html).
    private const string OnOpenSql = """
        pragma busy_timeout = 5000; pragma cache_size = -8000; pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;
        """;

    // One writer at a time anyway: queueing here is quicker than SQLite's sleep and retry.
    private readonly SemaphoreSlim _writer = new(1);

    public string File { get; } = new SqliteConnectionStringBuilder(connectionString).DataSource;

    public DbConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(OnOpenSql);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs the work in one write transaction: all of it is kept, or nothing.</summary>
    public T InTransaction<T>(Func<DbConnection, T> work) => InTransaction(work, keep: true);

    /// <summary>Runs the work in one write transaction, and takes all of it back unless it is to be kept.</summary>
    public T InTransaction<T>(Func<DbConnection, T> work, bool keep)
    {
        _writer.Wait();
        return Run(work, keep);
    }

    /// <summary>Runs work on a connection of the caller's own while nobody else writes.</summary>
    public T Exclusively<T>(Func<T> work)
    {
        _writer.Wait();
        try
        {
            return work();
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Exclusively(Action work) =>
        Exclusively(() =>
        {
            work();
            return true;
        });

    /// <summary>Only the wait for the writer before takes no thread: SQLite itself has no other way than to work on one.</summary>
    public async Task<T> InTransactionAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        return Run(work, keep: true);
    }

    public void InTransaction(Action<DbConnection> work) =>
        InTransaction(connection =>
        {
            work(connection);
            return true;
        });

    public void Dispose() => _writer.Dispose();

    private T Run<T>(Func<DbConnection, T> work, bool keep)
    {
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction();
            var result = work(connection);
            if (keep)
            {
                transaction.Commit();
            }

            return result;
        }
        finally
        {
            _writer.Release();
        }
    }
}
