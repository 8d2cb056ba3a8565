using Dapper;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;

namespace DigestWorker.Bench;

/// <summary>A file of SQLite or, where <c>DIGEST_TEST_DATABASE</c> names a server of PostgreSQL as <c>.ci/postgres</c> does, a database of it.</summary>
internal sealed class BenchDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("DIGEST_TEST_DATABASE");

    private readonly string _name = $"bench_{Environment.ProcessId}";

    public BenchDatabase()
    {
        if (Server is not null)
        {
            Execute($"create database {_name}");
        }
    }

    public static bool IsPostgres => Server is not null;

    public static string Kind => IsPostgres ? Dialect.Postgres.Name : Dialect.Sqlite.Name;

    /// <summary>As the settings name it; null for the default.</summary>
    public object? Storage => IsPostgres ? new { Provider = nameof(StorageProvider.Postgres), ConnectionString } : null;

    /// <summary>Of PostgreSQL alone.</summary>
    public string ConnectionString => $"{Server};Database={_name}";

    public static BenchDatabase OfPostgres() => IsPostgres
        ? new BenchDatabase()
        : throw new InvalidOperationException("This is about PostgreSQL, and DIGEST_TEST_DATABASE names none; '.ci/postgres' before the command starts one.");

    public void Dispose()
    {
        if (Server is not null)
        {
            Execute($"drop database {_name} with (force)");
        }
    }

    private static void Execute(string sql)
    {
        using var server = new PostgresDatabase(Server!);
        using var connection = server.Open();
        connection.Execute(sql);
    }
}
