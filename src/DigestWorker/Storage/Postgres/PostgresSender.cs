using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage.Postgres;

/// <summary>
/// One of the workers that send from a database of PostgreSQL. Its claims hold as long as its own connection to the server lives
/// and it says now and then that it is there: of a worker that was killed they are free at once, of one that is cut off within a
/// minute. The clock is the server's.
/// </summary>
internal sealed class PostgresSender : ISender
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private const string BeginSql = """
        delete from worker w where not exists (select 1 from delivery v where v.claimed_by = w.id and v.state = 'Sending') and seen_at < now() - interval '1 hour';
        insert into worker (id, pid, begun_at, seen_at)
        select @id, pid, backend_start, clock_timestamp() from pg_stat_activity where pid = pg_backend_pid()
        """;

    private const string BeatSql = "update worker set seen_at = clock_timestamp() where id = @id";

    private readonly DbConnection _connection;
    private readonly SemaphoreSlim _ofProcess;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Timer _beat;

    private PostgresSender(DbConnection connection, SemaphoreSlim ofProcess)
    {
        (_connection, _ofProcess, Id) = (connection, ofProcess, Guid.NewGuid().ToString("N"));
        _connection.Execute(BeginSql, new { id = Id });
        _beat = new Timer(_ => SayAlive(), null, Beat, Beat);
    }

    public string Id { get; }

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
            return connection.ExecuteScalar<bool>("select pg_try_advisory_lock_shared(@number)", new { number = PostgresDatabase.SenderLock })
                ? sender = new PostgresSender(connection, ofProcess)
                : null;
        }
        finally
        {
            if (sender is null)
            {
                connection?.Dispose();
                ofProcess.Release();
            }
        }
    }

    public void Dispose()
    {
        _beat.Dispose();
        _turn.Wait();
        try
        {
            _connection.Execute("select pg_advisory_unlock_shared(@number)", new { number = PostgresDatabase.SenderLock });
            _connection.Execute("update worker set seen_at = '-infinity' where id = @id", new { id = Id });
        }
        catch (DbException)
        {
            // The connection is gone, and all that it held.
        }

        _connection.Dispose();
        _turn.Dispose();
        _ofProcess.Release();
    }

    // What it cannot say others will notice by its silence.
    private void SayAlive()
    {
        if (!_turn.Wait(0))
        {
            return;
        }

        try
        {
            _connection.Execute(BeatSql, new { id = Id });
        }
        catch (DbException)
        {
        }
        finally
        {
            _turn.Release();
        }
    }
}
