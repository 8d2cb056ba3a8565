using System.Data.Common;

namespace DigestWorker.Storage;

/// <summary>A statement that is prepared once and run many times, since preparing is what costs in a flood of small ones.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly DbCommand _command;
    private bool _isToKeep;

    /// <param name="isKept">Its server keeps how it is to be done, too. Its values are of one type each time, and never null.</param>
    public PreparedStatement(DbConnection connection, string sql, bool isKept = false)
    {
        (_command, _isToKeep) = (connection.CreateCommand(), isKept);
        _command.CommandText = sql;
    }

    /// <returns>How many rows it changed.</returns>
    public int Run(params ReadOnlySpan<(string Name, object? Value)> values) => With(values).ExecuteNonQuery();

    public T Scalar<T>(params ReadOnlySpan<(string Name, object? Value)> values) => (T)With(values).ExecuteScalar()!;

    public List<T> List<T>(Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = With(values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public void Dispose() => _command.Dispose();

    // The same values come in the same order each time: only the first time has to name them.
    private DbCommand With(ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            if (at == _command.Parameters.Count)
            {
                _command.Parameters.Add(Parameter(values[at].Name));
            }

            _command.Parameters[at].Value = values[at].Value ?? DBNull.Value;
        }

        if (_isToKeep)
        {
            _command.Prepare();
            _isToKeep = false;
        }

        return _command;
    }

    private DbParameter Parameter(string name)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = name;
        return parameter;
    }
}
