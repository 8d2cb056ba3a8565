using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage.Postgres;

/// <summary>One of the workers that send from a database of PostgreSQL.</summary>
internal sealed class PostgresSender : ISender
{
    private const string ForgetSql = """
        delete from worker w where not exists (select 1 from delivery v where v.claimed_by = w.id and v.state = 'Sending') and seen_at < now() - interval '1 hour'
        """;

    private readonly PostgresWorker _worker;
    private readonly SemaphoreSlim _ofProcess;

    private PostgresSender(DbConnection connection, SemaphoreSlim ofProcess)
    {
        connection.Execute(ForgetSql);
        (_worker, _ofProcess) = (new PostgresWorker(connection), ofProcess);
    }

    public string Id => _worker.Id;

    /// <returns>Null while this process sends already, or somebody keeps everybody from sending.</returns>
    public static PostgresSender? TryBegin(Database database, SemaphoreSlim ofProcess)
    {
        if (!ofProcess.Wait(0))
        {
            return null;
        }

        DbConnection? connection = null;
        PostgresSender? sender = null;
        try
        {
            connection = database.Open();
            return connection.ExecuteScalar<bool>("select pg_try_advisory_lock_shared(@number)", new { number = LockNumber.Sending })
                ? sender = new PostgresSender(connection, ofProcess)
                : null;
        }
        finally
        {
            if (sender is null)
            {
                ofProcess.Release();
                Release(connection);
            }
        }
    }

    // Back in the pool it would hold its lock until it is used again.
    private static void Release(DbConnection? connection)
    {
        try
        {
            connection?.Execute("select pg_advisory_unlock_all()");
        }
        catch (DbException)
        {
            // The connection is gone, and the lock with it.
        }

        connection?.Dispose();
    }

    public void EnsureHeld() => _worker.EnsureKnown();

    public void Dispose()
    {
        _worker.Dispose();
        _ofProcess.Release();
    }
}
