using System.Collections.Concurrent;
using DigestWorker.Storage.Postgres;
using Npgsql;

namespace DigestWorker.Tests.Support;

/// <summary>
/// The PostgreSQL server that the tests run on where <c>DIGEST_TEST_DATABASE</c> holds its connection string, instead of on files of
/// SQLite. Each test has a database of its own, copied from one that was migrated once.
/// </summary>
internal static class TestServer
{
    public const string FileReason = "It is about the file of SQLite.";

    private static readonly string? Server = Environment.GetEnvironmentVariable("DIGEST_TEST_DATABASE");

    private static readonly Lazy<string> Template = new(MakeTemplate);

    private static readonly ConcurrentDictionary<string, string> ByFolder = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, bool> Left = new(StringComparer.Ordinal);

    private static int _made;

    static TestServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Left.Keys.ToList().ForEach(Drop);

    public static bool IsUsed => !string.IsNullOrEmpty(Server);

    /// <returns>The connection string of a new database with the newest schema.</returns>
    public static string New() => Create($"digest_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}", $"template {Template.Value}");

    /// <returns>The connection string of a new database without anything in it.</returns>
    public static string NewEmpty() => Create($"digest_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}", "");

    /// <summary>The one that the programs of a folder share.</summary>
    public static string Of(string folder) => ByFolder.GetOrAdd(folder, _ => New());

    public static void Drop(string connectionString)
    {
        using (var pool = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        Execute($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
        Left.TryRemove(connectionString, out _);
    }

    /// <summary>Bytes as a statement names them.</summary>
    public static string Bytes(string hex) => IsUsed ? $@"cast('\x{hex}' as bytea)" : $"x'{hex}'";

    /// <summary>What refuses the change, as the work of a trigger.</summary>
    public static string Raise => IsUsed ? "raise exception 'fault'" : "select raise(abort, 'fault')";

    /// <param name="on">As in <c>before delete on delivery</c>.</param>
    public static string Trigger(string name, string on, string when, string work) => IsUsed
        ? $"create function {name}() returns trigger language plpgsql as $$ begin {work}; return null; end $$; create trigger {name} {on} for each row when ({when}) execute function {name}()"
        : $"create trigger {name} {on} when {when} begin {work}; end";

    public static string DropTrigger(string name, string table) => IsUsed ? $"drop trigger {name} on {table}" : $"drop trigger {name}";

    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"{Server};Pooling=False");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string Create(string name, string like)
    {
        Execute($"create database {name} {like}");
        // One more connection than a test has threads is enough, and hundreds of tests leave idle ones behind.
        var made = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2 }.ConnectionString;
        Left[made] = true;
        return made;
    }

    private static string MakeTemplate()
    {
        var name = $"digest_template_{Environment.ProcessId}";
        using (var database = new PostgresDatabase(Create(name, "")))
        {
            database.Migrate();
        }

        return name;
    }
}
