using Npgsql;

namespace DigestWorker.Storage.Postgres;

/// <summary>A connection string of PostgreSQL, with what this program adds where the admin said nothing.</summary>
internal static class PostgresText
{
    public static NpgsqlConnectionStringBuilder Completed(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        if (!parts.ContainsKey("Max Auto Prepare"))
        {
            parts.MaxAutoPrepare = 100;
        }

        parts.ApplicationName ??= "DigestWorker";
        return parts;
    }
}
