using System.Data.Common;

namespace DigestWorker.Storage;

/// <summary>The statements of one connection, each prepared when it is first asked for.</summary>
internal sealed class Statements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> _prepared = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    public PreparedStatement this[string sql]
    {
        get
        {
            if (!_prepared.TryGetValue(sql, out var statement))
            {
                _prepared.Add(sql, statement = new PreparedStatement(connection, sql));
            }

            return statement;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }
    }
}
