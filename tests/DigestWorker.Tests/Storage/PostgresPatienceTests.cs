using System.Data.Common;
using System.Diagnostics;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;
using Npgsql;

namespace DigestWorker.Tests.Storage;

/// <summary>What may take longer on PostgreSQL than a command otherwise may, which here is a second.</summary>
public sealed class PostgresPatienceTests : IDisposable
{
    private static readonly TimeSpan OfTest = TimeSpan.FromSeconds(30);

    private readonly string? _connection = TestServer.IsUsed ? TestServer.New() : null;
    private readonly PostgresDatabase _hurried;

    public PostgresPatienceTests()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        _hurried = new PostgresDatabase($"{_connection};Command Timeout=1");
    }

    [Fact]
    public async Task Whoever_writes_waits_for_a_writer_before_who_takes_longer_than_a_command_may()
    {
        using var other = new PostgresDatabase(_connection!);
        using var hasTurn = new ManualResetEventSlim();
        var before = Task.Run(() => other.InTransaction(connection => Hold(connection, hasTurn)), TestContext.Current.CancellationToken);
        Assert.True(hasTurn.Wait(OfTest, TestContext.Current.CancellationToken));

        var waited = Stopwatch.StartNew();
        _hurried.InTransaction(connection => Do(connection, "insert into trouble (topic, key, since, words) values ('sources', 'a', '2026-11-23T07:30:00Z', 'w')"));

        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(1.5), OfTest);
        await before.WaitAsync(OfTest, TestContext.Current.CancellationToken);
        Assert.Equal(1, Count("select count(*) from trouble"));
    }

    [Fact]
    public async Task A_server_that_answers_nothing_is_told_after_one_wait()
    {
        await using var line = new BreakableLine(new NpgsqlConnectionStringBuilder(_connection).Port);
        using var cutOff = new PostgresDatabase($"{_connection};Host=127.0.0.1;Port={line.Port};Command Timeout=1;Cancellation Timeout=500;Timeout=2");
        cutOff.InTransaction(connection => Do(connection, "select 1"));
        line.FallSilent();

        var waited = Stopwatch.StartNew();
        var fault = Assert.ThrowsAny<DbException>(() => cutOff.InTransaction(connection => Do(connection, "select 1")));

        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
        Assert.Contains("did not answer in time", cutOff.Fault(fault).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_that_takes_long_to_take_away_is_taken_away()
    {
        using (var connection = _hurried.Open())
        {
            Do(connection, $"""
                insert into edition (id, week, cut_off_at) values (1, '2026-W40', '2026-10-05T00:00:00Z');
                insert into profile (id, edition_id, hash, sender, reply_to, subject, text, html) values (1, 1, {TestServer.Bytes("00")}, 's', 'r', 'x', '', '');
                create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(1.5); return null; end';
                create trigger slow after delete on profile for each statement execute function slow()
                """);
        }

        new Retention(_hurried).DropRest(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));

        Assert.Equal(0, Count("select count(*) from profile"));
    }

    public void Dispose()
    {
        _hurried?.Dispose();
        if (_connection is not null)
        {
            TestServer.Drop(_connection);
        }
    }

    private static void Hold(DbConnection connection, ManualResetEventSlim hasTurn)
    {
        hasTurn.Set();
        Do(connection, "select pg_sleep(2.5)");
    }

    private static void Do(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Count(string sql)
    {
        using var connection = _hurried.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
