using Dapper;

namespace DigestWorker.Storage.Postgres;

/// <summary>Turns at a rate that all workers share. What was not used in time is not made up for.</summary>
internal static class SharedRate
{
    // Nobody waits that long: so far ahead a turn was given only while the server's clock was wrong, and counts for nothing.
    private const string TooFar = "clock_timestamp() + interval '15 minutes' + 100 * @step";

    public static TimeSpan TakeTurn(Database database, string table, string key, TimeSpan step)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<TimeSpan>(TurnSql(table), new { key, step });
    }

    private static string TurnSql(string table) => $"""
        insert into {table} (key, next_at) values (@key, clock_timestamp() + @step)
        on conflict (key) do update set next_at =
            case when {table}.next_at > {TooFar} then clock_timestamp() else greatest({table}.next_at, clock_timestamp()) end + @step
        returning next_at - @step - clock_timestamp()
        """;
}
