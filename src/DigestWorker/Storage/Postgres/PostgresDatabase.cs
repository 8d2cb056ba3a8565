using System.Data.Common;
using Dapper;
using Npgsql;

namespace DigestWorker.Storage.Postgres;

/// <summary>A database of a PostgreSQL server, which several workers may share.</summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>Beside what the schema's own transactions use: any number, but the same in every version of this program.</summary>
    public const long MigrationLock = 7_236_001, SenderLock = 7_236_002;

    // The tables that hold people, and texts that may name one.
    private const string RewriteSql = """
        vacuum full subscriber; vacuum full subscriber_role; vacuum full subscriber_area; vacuum full subscriber_word; vacuum full subscriber_topic;
        vacuum full subscriber_change; vacuum full subscription; vacuum full suppression; vacuum full team; vacuum full organisation; vacuum full team_member;
        vacuum full confirmation; vacuum full letter; vacuum full digest; vacuum full digest_release; vacuum full delivery; vacuum full profile; vacuum full bounce;
        vacuum full trouble; vacuum full sending_pause
        """;

    private readonly NpgsqlDataSource _source;
    private readonly SemaphoreSlim _connection = new(1), _sending = new(1);

    public PostgresDatabase(string connectionString)
    {
        var parts = PostgresText.Completed(connectionString);
        Name = $"{parts.Database} on {parts.Host}";
        _source = new NpgsqlDataSourceBuilder(parts.ConnectionString).Build();
    }

    public override string Name { get; }

    public override DbConnection Open() => new PostgresConnection(_source.OpenConnection());

    public override void Migrate() => new PostgresMigrator(this).Migrate();

    public override StorageFault Fault(DbException exception, string? backup = null) => PostgresFault.Of(exception, Name);

    /// <summary>Several workers may send, but each in one run at a time: connections to the mail server are counted by run.</summary>
    public override ISender? TrySend() => PostgresSender.TryBegin(this, _sending);

    public override TimeSpan? TakeTurn(string key, int perMinute) => SharedRate.TakeTurn(this, "send_rate", key, TimeSpan.FromMinutes(1.0 / perMinute));

    public override TimeSpan? TakeTurnAtHost(string host, TimeSpan spacing) => SharedRate.TakeTurn(this, "host_rate", host, spacing);

    public override IDisposable? TryKeepFromSending() => AdvisoryLock.TryTake(this, SenderLock);

    public override bool Rewrite()
    {
        using var connection = Open();
        try
        {
            connection.Execute("set lock_timeout = '5s'");
            foreach (var table in RewriteSql.Split(';', StringSplitOptions.TrimEntries))
            {
                connection.Execute(table, commandTimeout: 0);
            }

            return true;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    public override T Exclusively<T>(Func<T> work)
    {
        _connection.Wait();
        try
        {
            return work();
        }
        finally
        {
            _connection.Release();
        }
    }

    public override void Dispose()
    {
        _source.Dispose();
        _connection.Dispose();
        _sending.Dispose();
        base.Dispose();
    }

    protected override DbTransaction Begin(DbConnection connection, WriteQueue queue) =>
        queue == WriteQueue.Rows ? connection.BeginTransaction() : WriteTurn.Begin(connection, queue);
}
