using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigestWorker.Storage.Sqlite;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteDatabase(string connectionString) : Database
{
    // WAL with synchronous NORMAL survives the end of the process at any instant (sqlite.org/wal.html).
    private const string OnOpenSql = """
        pragma busy_timeout = 5000; pragma cache_size = -8000; pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;
        """;

    private const string RewriteSql = "pragma secure_delete = on; vacuum";

    // The first column says whether somebody who reads kept it from coming to its end.
    private const string TruncateSql = "pragma wal_checkpoint(truncate)";

    private readonly SemaphoreSlim _writer = new(1);

    public string File { get; } = new SqliteConnectionStringBuilder(connectionString).DataSource;

    public override string Name => File;

    public override DbConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(OnOpenSql);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void Migrate()
    {
        OwnersFile.CreateIfMissing(File);
        new SqliteMigrator(this).Migrate();
    }

    public override StorageFault Fault(DbException exception, string? backup = null) => SqliteFault.Of(exception, File, backup);

    public override ISender? TrySend() => SenderFile.TryTake(File);

    public override IDisposable? TryKeepFromSending() => TrySend();

    public override IDisposable? TryKeepServicesOut() => ServiceFile.TryTake(File);

    /// <summary>The whole file, and its log; it takes as much room again on the disk for a while.</summary>
    public override bool Rewrite() => Exclusively(() =>
    {
        try
        {
            using var connection = Open();
            connection.Execute(RewriteSql);
            return connection.ExecuteScalar<long>(TruncateSql) == 0;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_BUSY)
        {
            return false;
        }
    });

    public override T Exclusively<T>(Func<T> work)
    {
        _writer.Wait();
        try
        {
            return work();
        }
        finally
        {
            _writer.Release();
        }
    }

    public override void Dispose()
    {
        _writer.Dispose();
        base.Dispose();
    }

    // An immediate one: it waits for the writer before.
    protected override DbTransaction Begin(DbConnection connection, WriteQueue queue) => connection.BeginTransaction();

    protected override SemaphoreSlim QueueOf(WriteQueue queue) => _writer;
}
