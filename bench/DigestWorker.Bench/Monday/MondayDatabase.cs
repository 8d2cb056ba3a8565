using Dapper;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;

namespace DigestWorker.Bench.Monday;

/// <summary>A file of SQLite or, where <c>DIGEST_TEST_DATABASE</c> names a server of PostgreSQL as <c>.ci/postgres</c> does, a database of it.</summary>
internal sealed class MondayDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("DIGEST_TEST_DATABASE");

    private readonly string _name = $"bench_{Environment.ProcessId}";

    public MondayDatabase()
    {
        if (Server is not null)
        {
            Execute($"create database {_name}");
        }
    }

    public static string Kind => Server is null ? Dialect.Sqlite.Name : Dialect.Postgres.Name;

    /// <summary>As the settings name it; null for the default.</summary>
    public object? Storage => Server is null ? null : new { Provider = nameof(StorageProvider.Postgres), ConnectionString = $"{Server};Database={_name}" };

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
