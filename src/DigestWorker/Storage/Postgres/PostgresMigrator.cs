using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage.Postgres;

/// <summary>The schema of a database of PostgreSQL: a table says which migrations it has.</summary>
internal sealed class PostgresMigrator(PostgresDatabase database)
{
    private const string TableSql = """
        create table if not exists schema_version (
            version bigint primary key,
            -- The oldest schema that a program may know and still run on this one: what came since only adds.
            runs_from bigint not null,
            applied_at timestamptz not null default now())
        """;

    private const string VersionSql = "select coalesce(max(version), 0) from schema_version";

    private const string RunsFromSql = "select coalesce(max(runs_from), 0) from schema_version";

    private const string NoteSql = "insert into schema_version (version, runs_from) values (@version, @runsFrom)";

    private const int WithoutEnd = 0;

    // Work takes as long as it takes, but whoever holds on to a table keeps all others from it behind this wait.
    private const string PatienceSql = "set local lock_timeout = '20s'";

    /// <summary>Stands in the first line of a migration that a program which does not know it can live with.</summary>
    private const string Adds = "-- Only adds.";

    public void Migrate()
    {
        using var connection = database.Open();
        if (connection.ExecuteScalar<bool>("select to_regclass('moved_table') is not null"))
        {
            throw new StorageFault($"The database {database.Name} is half moved; run the same 'db move' again to its end.");
        }

        Migrate(connection, WithoutEnd);
    }

    /// <summary>The same for whoever moves a database there: it is empty, so nothing takes long.</summary>
    public static void MigrateFor(PostgresDatabase database, DbConnection connection) => new PostgresMigrator(database).Migrate(connection, patience: null);

    private void Migrate(DbConnection connection, int? patience)
    {
        var scripts = MigrationScripts.Of("postgres");
        if (VersionOf(connection) is var version && version < scripts[^1].Version)
        {
            foreach (var script in scripts.Where(script => script.Version > version))
            {
                Apply(connection, script, patience);
            }
        }

        Refuse(connection, scripts[^1].Version);
    }

    /// <returns>0 where nothing was migrated yet.</returns>
    public static long VersionOf(DbConnection connection) =>
        connection.ExecuteScalar<bool>("select to_regclass('schema_version') is not null") ? connection.ExecuteScalar<long>(VersionSql) : 0;

    private void Refuse(DbConnection connection, int known)
    {
        if (connection.ExecuteScalar<long>(RunsFromSql) > known)
        {
            throw new StorageFault(
                $"The database {database.Name} was written by a newer version of this program (schema {VersionOf(connection)}, known {known}); install that version here too.");
        }
    }

    // Another worker may have migrated while this one waited for its turn.
    private static void Apply(DbConnection connection, (int Version, string Sql) script, int? patience)
    {
        var (version, sql) = script;
        using var transaction = connection.BeginTransaction();
        connection.Execute(PatienceSql);
        connection.Execute("select pg_advisory_xact_lock(@turn)", new { turn = LockNumber.Migration });
        connection.Execute(TableSql);
        if (connection.ExecuteScalar<long>(VersionSql) < version)
        {
            connection.Execute(sql, commandTimeout: patience);
            var before = connection.ExecuteScalar<long>(RunsFromSql);
            connection.Execute(NoteSql, new { version, runsFrom = sql.StartsWith(Adds, StringComparison.Ordinal) ? before : version });
        }

        transaction.Commit();
    }
}
