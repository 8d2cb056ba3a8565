using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

/// <summary>How the workers of one database of PostgreSQL see each other, and what they share.</summary>
public sealed class PostgresWorkersTests : IDisposable
{
    private readonly string? _connection = TestServer.IsUsed ? TestServer.New() : null;
    private readonly PostgresDatabase _database;

    public PostgresWorkersTests()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        _database = new PostgresDatabase(_connection!);
    }

    [Fact]
    public void A_worker_that_logs_in_as_another_user_is_alive_until_it_falls_silent()
    {
        var other = $"other_{Environment.ProcessId}";
        TestServer.Execute($"create role {other} login password '{other}'");
        try
        {
            Scalar(_database, $"grant select on all tables in schema public to {other}; select 0");
            using var theirs = new PostgresDatabase($"{_connection};Username={other};Password={other}");
            using var worker = PostgresWorker.Begin(_database);

            Assert.Equal((1, 1), (Alive(_database), Alive(theirs)));

            Scalar(_database, "update worker set seen_at = seen_at - interval '46 seconds'; select 0");
            Assert.Equal((0, 0), (Alive(_database), Alive(theirs)));
        }
        finally
        {
            Scalar(_database, $"drop owned by {other}; select 0");
            TestServer.Execute($"drop role {other}");
        }
    }

    [Fact]
    public void Turns_that_were_given_while_the_clock_of_the_server_was_ahead_hold_up_nothing()
    {
        _database.TakeTurn("example.org", 1);
        _database.TakeTurnAtHost("a.example.org", TimeSpan.FromMinutes(5));
        Scalar(_database, "update send_rate set next_at = next_at + interval '1 day'; update host_rate set next_at = next_at + interval '1 day'; select 0");

        Assert.Equal([0, 1], TwoTurns(() => _database.TakeTurn("example.org", 1)));
        Assert.Equal([0, 5], TwoTurns(() => _database.TakeTurnAtHost("a.example.org", TimeSpan.FromMinutes(5))));
    }

    [Fact]
    public void However_slow_the_rate_each_of_many_gets_a_turn_of_its_own()
    {
        var waits = Enumerable.Range(0, 40).Select(_ => _database.TakeTurn("example.org", 1)!.Value.TotalMinutes);

        Assert.Equal(Enumerable.Range(0, 40), waits.Select(wait => (int)Math.Round(wait)));
    }

    [Fact]
    public void A_sender_that_could_not_begin_keeps_nobody_from_working_alone()
    {
        Scalar(_database, "alter table worker add constraint closed check (false) not valid; select 0");
        Assert.Throws<Npgsql.PostgresException>(_database.TrySend);

        // Over connections of its own: one that is used again lets go of what it held.
        using var another = new PostgresDatabase(_connection!);
        using var alone = another.TryKeepFromSending();

        Assert.NotNull(alone);
    }

    public void Dispose()
    {
        _database?.Dispose();
        if (_connection is not null)
        {
            TestServer.Drop(_connection);
        }
    }

    // Whole minutes, in which nobody is held up for half of one.
    private static IEnumerable<double> TwoTurns(Func<TimeSpan?> take) => [Math.Round(take()!.Value.TotalMinutes), Math.Round(take()!.Value.TotalMinutes)];

    private static long Alive(PostgresDatabase database) => Scalar(database, $"select count(*) from ({PostgresWorker.AliveSql}) alive");

    private static long Scalar(PostgresDatabase database, string sql)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
