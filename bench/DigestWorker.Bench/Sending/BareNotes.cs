using System.Diagnostics;
using Npgsql;

namespace DigestWorker.Bench.Sending;

/// <summary>
/// The least that PostgreSQL can do for mails that went out: one prepared update of their rows for each commit. A mail is noted before the
/// next goes out on its connection, so as many may share a commit as there are connections to the mail server, and no more.
/// </summary>
internal static class BareNotes
{
    private const string ClaimedSql = "update delivery set state = 'Sending' returning id";

    private const string SentSql = "update delivery set state = 'Sent', reply = '250 2.0.0 fine', sent_at = '2026-01-05T09:00:00Z' where id = any($1)";

    /// <returns>Seconds for all mails.</returns>
    public static double Run(string connectionString, int connections)
    {
        using var source = NpgsqlDataSource.Create(connectionString);
        using var connection = source.OpenConnection();
        var commits = Claimed(connection).Chunk(connections).ToList();
        var ids = new NpgsqlParameter<long[]> { TypedValue = commits[0] };
        using var command = new NpgsqlCommand(SentSql, connection) { Parameters = { ids } };
        command.Prepare();
        var started = Stopwatch.GetTimestamp();
        foreach (var commit in commits)
        {
            ids.TypedValue = commit;
            command.ExecuteNonQuery();
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static List<long> Claimed(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(ClaimedSql, connection);
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }
}
