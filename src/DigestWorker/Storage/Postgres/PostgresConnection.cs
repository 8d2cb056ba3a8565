using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace DigestWorker.Storage.Postgres;

/// <summary>
/// A connection that takes the values that the Storage classes give to SQLite: a yes or no is a number, a list stands in the
/// statement, and text never holds what PostgreSQL cannot keep.
/// </summary>
internal sealed class PostgresConnection(NpgsqlConnection inner) : DbConnection
{
    /// <summary>For what only this driver can do.</summary>
    public NpgsqlConnection Inner => inner;

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Close() => inner.Close();

    public override void Open() => inner.Open();

    /// <summary>Says that the connection was lost as Npgsql says it of one that breaks in the middle.</summary>
    public void EnsureOpen()
    {
        if (State != ConnectionState.Open)
        {
            throw new NpgsqlException("The connection was lost.", new IOException("It is not open any more."));
        }
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        EnsureOpen();
        return inner.BeginTransaction(isolationLevel);
    }

    protected override DbCommand CreateDbCommand() => new PostgresCommand(this, inner.CreateCommand());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
