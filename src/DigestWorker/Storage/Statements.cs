using System.Data.Common;

namespace DigestWorker.Storage;

/// <summary>The statements of one connection, each prepared when it is first asked for.</summary>
internal sealed class Statements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> _prepared = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    public PreparedStatement this[string sql] => Find(sql, isKept: false);

    /// <summary>One that is run for each of very many rows, and finds them by a key: its server keeps how that is done.</summary>
    public PreparedStatement Kept(string sql) => Find(sql, isKept: true);

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }
    }

    private PreparedStatement Find(string sql, bool isKept)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
        {
            _prepared.Add(sql, statement = new PreparedStatement(connection, sql, isKept));
        }

        return statement;
    }
}
