using System.Data.Common;
using Dapper;
using Npgsql;

namespace DigestWorker.Storage.Postgres;

/// <summary>A database of a PostgreSQL server, which several workers may share.</summary>
internal sealed class PostgresDatabase : Database
{
    // The tables that hold people, and texts that may name one.
    private static readonly string[] PeopleTables =
    [
        "subscriber", "subscriber_role", "subscriber_area", "subscriber_word", "subscriber_topic", "subscriber_change", "subscription", "suppression", "confirmation",
        "organisation", "team", "team_member", "team_member_role", "team_member_area",
        "edition_waiting", "digest", "digest_release", "delivery", "profile", "letter", "bounce", "trouble", "sending_pause",
    ];

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

    public override IDisposable? TryKeepFromSending() => AdvisoryLock.TryTake(this, LockNumber.Sending);

    public override bool Rewrite()
    {
        using var connection = Open();
        try
        {
            connection.Execute("set lock_timeout = '5s'");
            foreach (var table in PeopleTables)
            {
                connection.Execute($"vacuum full {table}", commandTimeout: 0);
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
