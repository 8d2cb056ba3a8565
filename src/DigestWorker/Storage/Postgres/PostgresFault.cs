using System.Data.Common;
using Npgsql;

namespace DigestWorker.Storage.Postgres;

/// <summary>What is wrong with a database of PostgreSQL, in words that name it and the next step.</summary>
internal static class PostgresFault
{
    public static StorageFault Of(DbException exception, string name) => exception switch
    {
        LostWorker => new($"This worker's own connection to the database {name} broke, so that others take over from it; what was stored is safe.", exception),
        PostgresException said => new($"{Words(said, name)} (PostgreSQL: {said.SqlState}).", exception),
        // Before what it is for the driver, a time limit that has passed.
        _ when exception.Message.Contains("pool has been exhausted", StringComparison.Ordinal) =>
            new($"All of this program's connections to the database {name} are in use; raise Maximum Pool Size in Storage:ConnectionString.", exception),
        { InnerException: TimeoutException } => new($"The database {name} did not answer in time; see whether its server is overloaded, and try again.", exception),
        NpgsqlException { IsTransient: true } => new($"The database {name} cannot be reached, or its connection broke; what was stored is safe. See that its server runs, under the Host of Storage:ConnectionString, and that the network lets this machine reach it.", exception),
        // Npgsql's words where the connection string names several servers.
        _ when exception.Message.Contains("suitable host", StringComparison.Ordinal) =>
            new($"None of the servers of the database {name} can be reached and is the one to write to; what was stored is safe. See that one of them runs as the primary and that the network lets this machine reach it.", exception),
        _ => new($"The database {name} could not be used: {exception.Message}", exception),
    };

    // postgresql.org/docs/current/errcodes-appendix.html; this one the driver has no name for.
    private const string IdleInTransaction = "25P03";

    private static string Words(PostgresException said, string name) => said.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The database {name} refuses the log-in; check the user of Storage:ConnectionString, its password and the server's pg_hba.conf",
        PostgresErrorCodes.InvalidCatalogName => $"There is no database {name}; create it with createdb, or correct Storage:ConnectionString",
        PostgresErrorCodes.InsufficientPrivilege => $"The user of Storage:ConnectionString may not do this in the database {name}; make it the owner of the database",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"The database {name} can only be read: it is a standby or was set read-only; point Storage:ConnectionString at the primary",
        PostgresErrorCodes.TooManyConnections => $"The server of the database {name} has no connection left; raise its max_connections, or lower Maximum Pool Size in Storage:ConnectionString",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => $"The server of the database {name} was stopped while it was used; what was stored is safe",
        PostgresErrorCodes.CannotConnectNow => $"The server of the database {name} is starting or stopping; what was stored is safe",
        PostgresErrorCodes.DiskFull => $"The disk of the server of the database {name} is full; what was stored is safe. Free some space and run again",
        PostgresErrorCodes.QueryCanceled => $"The database {name} took too long and was interrupted; see whether its server is overloaded",
        PostgresErrorCodes.InFailedSqlTransaction or IdleInTransaction =>
            $"Work in the database {name} was interrupted in the middle; what was stored is safe. Where this comes again, see whether its server is overloaded, or another worker cut off",
        PostgresErrorCodes.LockNotAvailable =>
            $"What is needed of the database {name} is held by another program, so nothing was changed; let it end (another worker may be bringing the schema up to date), or find it in pg_stat_activity, and start again",
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => $"Two writers got into each other's way in the database {name}; nothing was changed",
        _ => $"The database {name} could not be used: {said.MessageText}",
    };
}
