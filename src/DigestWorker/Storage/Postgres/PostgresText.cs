using Npgsql;

namespace DigestWorker.Storage.Postgres;

/// <summary>A connection string of PostgreSQL, with what this program adds where the admin said nothing.</summary>
internal static class PostgresText
{
    public static NpgsqlConnectionStringBuilder Completed(string connectionString)
    {
        var parts = Parse(connectionString);
        // Whoever waits without a limit, as a long migration does, hears within a minute that the server's machine is gone.
        // Not ContainsKey: that says yes to whatever the builder has a word for.
        if (!parts.ShouldSerialize("TCP Keepalive"))
        {
            (parts.TcpKeepAlive, parts.TcpKeepAliveTime, parts.TcpKeepAliveInterval) = (true, 30, 5);
        }

        parts.ApplicationName ??= "DigestWorker";
        return parts;
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            throw new StorageFault($"The connection string of PostgreSQL cannot be used: {fault.Message}", fault);
        }
    }
}
