using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage.Postgres;

/// <summary>
/// This process as one of the workers of a database of PostgreSQL. Its claims hold as long as its own connection to the server lives
/// and it says now and then that it is there: of a worker that was killed they are free at once, of one that is cut off within a
/// minute. The clock is the server's.
/// </summary>
internal sealed class PostgresWorker : IDisposable
{
    /// <summary>Whose claims hold. Of sessions of other users the server tells the number alone, not since when they are: there the lease decides.</summary>
    public const string AliveSql = """
        select w.id from worker w join pg_stat_activity a on a.pid = w.pid and (a.backend_start = w.begun_at or a.backend_start is null)
        where w.seen_at > clock_timestamp() - interval '45 seconds'
        """;

    private const string BeginSql = """
        insert into worker (id, pid, begun_at, seen_at)
        select @id, pid, backend_start, clock_timestamp() from pg_stat_activity where pid = pg_backend_pid()
        """;

    // A connection that broke is opened anew unasked, as another one: by that the others do not know this worker.
    private const string BeatSql = """
        update worker w set seen_at = clock_timestamp() from pg_stat_activity a
        where w.id = @id and a.pid = pg_backend_pid() and a.pid = w.pid and a.backend_start = w.begun_at
        """;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly DbConnection _connection;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Timer _beat;
    private volatile LostWorker? _lost;

    /// <param name="connection">Is its own from now on.</param>
    public PostgresWorker(DbConnection connection)
    {
        (_connection, Id) = (connection, Guid.NewGuid().ToString("N"));
        _connection.Execute(BeginSql, new { id = Id });
        _beat = new Timer(_ => SayAlive(), null, Beat, Beat);
    }

    public string Id { get; }

    public static PostgresWorker Begin(Database database)
    {
        var connection = database.Open();
        try
        {
            return new PostgresWorker(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Throws once the others may hold this worker to be gone: then they take over what it has claimed.</summary>
    public void EnsureKnown()
    {
        if (_lost is { } lost)
        {
            throw lost;
        }
    }

    public void Dispose()
    {
        _beat.Dispose();
        _turn.Wait();
        try
        {
            _connection.Execute("select pg_advisory_unlock_all()");
            _connection.Execute("update worker set seen_at = '-infinity' where id = @id", new { id = Id });
        }
        catch (DbException)
        {
            // The connection is gone, and all that it held.
        }

        // Not the turn: a beat that had begun may still ask for it, and it holds nothing but memory.
        _connection.Dispose();
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
            if (_connection.Execute(BeatSql, new { id = Id }) == 0)
            {
                _lost ??= new LostWorker(cause: null);
            }
        }
        catch (Exception fault)
        {
            // Whatever it is: on the thread of a timer it would end the process.
            _lost ??= new LostWorker(fault);
        }
        finally
        {
            _turn.Release();
        }
    }
}
