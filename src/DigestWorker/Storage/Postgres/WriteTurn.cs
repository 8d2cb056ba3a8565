using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace DigestWorker.Storage.Postgres;

/// <summary>The turn to write, one at a time among all workers, which a transaction has until its end.</summary>
internal static class WriteTurn
{
    // Whoever writes before may take longer than a command may, and what waits, such as that a mail was taken, must not be lost to that.
    private const int Waits = 10;

    public static DbTransaction Begin(DbConnection connection, WriteQueue queue)
    {
        for (var wait = 1; ; wait++)
        {
            var transaction = connection.BeginTransaction();
            try
            {
                connection.Execute("select pg_advisory_xact_lock(@turn)", new { turn = LockOf(queue) });
                return transaction;
            }
            catch (NpgsqlException fault) when (wait < Waits && IsBusy(connection, fault))
            {
                transaction.Dispose();
            }
        }
    }

    // A server that is only busy answers that it has called the wait off; the connection to one that answers nothing is closed.
    private static bool IsBusy(DbConnection connection, NpgsqlException fault) =>
        fault.InnerException is TimeoutException && connection.State == ConnectionState.Open;

    private static long LockOf(WriteQueue queue) => queue switch
    {
        WriteQueue.Entries => LockNumber.EntriesQueue,
        WriteQueue.Turns => LockNumber.TurnsQueue,
        _ => LockNumber.MainQueue,
    };
}
