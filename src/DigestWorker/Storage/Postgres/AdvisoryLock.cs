using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage.Postgres;

/// <summary>A lock that the server keeps for one connection: it is free again as soon as that connection ends, however it ends.</summary>
internal sealed class AdvisoryLock : IDisposable
{
    private const int PatienceSeconds = 5;

    private readonly DbConnection _connection;
    private readonly long _number;

    private AdvisoryLock(DbConnection connection, long number) => (_connection, _number) = (connection, number);

    /// <returns>Null while somebody else has it.</returns>
    public static AdvisoryLock? TryTake(Database database, long number)
    {
        var connection = database.Open();
        try
        {
            if (connection.ExecuteScalar<bool>("select pg_try_advisory_lock(@number)", new { number }))
            {
                return new AdvisoryLock(connection, number);
            }
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return null;
    }

    public void Dispose()
    {
        try
        {
            _connection.Execute("select pg_advisory_unlock(@number)", new { number = _number }, commandTimeout: PatienceSeconds);
        }
        catch (DbException)
        {
            // The connection is gone, and the lock with it.
        }

        _connection.Dispose();
    }
}
