using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Npgsql;

namespace DigestWorker.Storage.Postgres;

/// <summary>One statement with its values, as <see cref="PostgresConnection"/> takes them.</summary>
internal sealed partial class PostgresCommand(PostgresConnection connection, NpgsqlCommand inner) : DbCommand
{
    [AllowNull]
    public override string CommandText
    {
        get => inner.CommandText;
        set => inner.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource
    {
        get => inner.UpdatedRowSource;
        set => inner.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => inner.Transaction;
        set => inner.Transaction = (NpgsqlTransaction?)value;
    }

    public override void Cancel() => inner.Cancel();

    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    public override void Prepare() => Ready().Prepare();

    protected override DbParameter CreateDbParameter() => new NpgsqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private NpgsqlCommand Ready()
    {
        connection.EnsureOpen();
        // An empty list has no type, and among numbers a text is refused.
        if (inner.CommandText.Contains(" WHERE 1 = 0)", StringComparison.Ordinal))
        {
            inner.CommandText = InNothing().Replace(inner.CommandText, "in (null)");
        }

        foreach (NpgsqlParameter parameter in inner.Parameters)
        {
            StoredValue.Fit(parameter);
        }

        return inner;
    }

    [GeneratedRegex(@"(?<!not )in \(SELECT @\w+ WHERE 1 = 0\)", RegexOptions.CultureInvariant)]
    private static partial Regex InNothing();
}
