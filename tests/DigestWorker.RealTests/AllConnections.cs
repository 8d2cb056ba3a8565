using Npgsql;

namespace DigestWorker.RealTests;

/// <summary>Every connection that a server has, taken from whoever held it; nobody else comes in until they are given back.</summary>
internal sealed class AllConnections : IDisposable
{
    private const string TakeFromOthersSql =
        "select pg_terminate_backend(pid, 1000) from pg_stat_activity where application_name <> 'taker' and backend_type = 'client backend'";

    private readonly List<NpgsqlConnection> _taken = [];

    public AllConnections(PostgresServer server)
    {
        Take(server);
        using (var command = new NpgsqlCommand(TakeFromOthersSql, _taken[0]))
        {
            command.ExecuteNonQuery();
        }

        Take(server);
    }

    /// <summary>Of those that were taken, to ask the server by.</summary>
    public NpgsqlConnection One => _taken[0];

    public void Dispose() => _taken.ForEach(connection => connection.Dispose());

    // Those kept for superusers too, or the service, which is one here, would have them.
    private void Take(PostgresServer server)
    {
        while (true)
        {
            var connection = new NpgsqlConnection($"{server.ConnectionString};Pooling=False;Application Name=taker");
            try
            {
                connection.Open();
                _taken.Add(connection);
            }
            catch (PostgresException)
            {
                connection.Dispose();
                return;
            }
        }
    }
}
