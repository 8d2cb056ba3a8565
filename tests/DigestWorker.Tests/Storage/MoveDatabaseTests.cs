using System.Data.Common;
using DigestWorker.Cli.Care;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Storage.Moving;
using DigestWorker.Storage.Postgres;
using DigestWorker.Storage.Sqlite;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Storage;

public sealed class MoveDatabaseTests : IDisposable
{
    // Their references take the server two seconds or more.
    private const long ManyRows = 400_000;

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _from;
    private readonly PostgresDatabase? _to;
    private readonly string? _connection = TestServer.IsUsed ? TestServer.NewEmpty() : null;
    private readonly KeyRing _keys = KeyRing.New();

    public MoveDatabaseTests()
    {
        _from = new SqliteDatabase($"Data Source={_folder.File("old.db")}");
        _from.Migrate();
        _to = _connection is null ? null : new PostgresDatabase(_connection);
    }

    private PostgresDatabase To
    {
        get
        {
            Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
            return _to!;
        }
    }

    [Fact]
    public void Every_row_of_every_table_is_the_same_on_the_other_side_and_new_ones_get_ids_of_their_own()
    {
        var to = To;
        Fill();

        var report = Move();

        Assert.Equal(Numbers(_from, report), Numbers(to, report));
        Assert.Contains(report.Tables, table => table is { Name: "subscriber", Rows: 2 });
        Assert.Equal(-5_000_000_000, Scalar(to, "select key from block_key"));
        var added = new Subscribers(to, new Joining(new OptOuts(_keys)));
        Assert.Equal(JoinOutcome.Joined, added.Add(new Joiner("c@example.org", null, ["governor"], []), Monday));
        Assert.Equal(["a@example.org", "b@example.org", "c@example.org"], added.All().Select(one => one.Email));
    }

    [Fact]
    public void What_text_of_postgresql_cannot_hold_is_replaced()
    {
        var to = To;
        Do(_from, "insert into trouble (topic, key, since, words) values ('sources', 'a', '2026-11-23T07:30:00Z', 'before' || char(0) || 'after')");

        Move();

        Assert.Equal(1, Scalar(to, "select count(*) from trouble where words = 'before\uFFFDafter'"));
    }

    [Fact]
    public void Ended_in_the_middle_and_run_again_it_goes_on_and_until_then_no_worker_starts()
    {
        var to = To;
        Fill();
        Assert.Throws<OperationCanceledException>(() => Move(endAt: "subscription"));

        Assert.Contains("half moved", Assert.Throws<StorageFault>(to.Migrate).Message, StringComparison.Ordinal);
        Move();

        to.Migrate();
        Assert.Equal(2, Scalar(to, "select count(*) from subscriber"));
    }

    [Fact]
    public void Whoever_uses_the_new_database_is_told_of_and_one_that_is_cut_off_is_waited_for()
    {
        var another = To.TryKeepFromSending()!;

        var impatient = new MoveDatabase(_from, To) { Patience = TimeSpan.Zero };
        Assert.Contains("Another process uses", Assert.Throws<StorageFault>(() => impatient.Run(progress: null, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

        var waits = 0;
        using var noticed = new Timer(_ => another.Dispose(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        Assert.NotEmpty(new MoveDatabase(_from, To).Run(new AtEach(step => waits += step.Table is null ? 1 : 0), TestContext.Current.CancellationToken).Tables);
        Assert.Equal(1, waits);
    }

    [Fact]
    public void A_table_that_takes_longer_to_check_than_a_command_may_is_moved_all_the_same()
    {
        _ = To;
        Fill();
        Do(_from, $"""
            with recursive n(at) as (select 1 union all select at + 1 from n where at < {ManyRows})
            insert into subscriber_area (subscriber_id, area) select 1, 'area ' || at from n
            """);
        using var hurried = new PostgresDatabase($"{_connection};Command Timeout=1");

        var report = new MoveDatabase(_from, hurried).Run(progress: null, TestContext.Current.CancellationToken);

        Assert.Contains(report.Tables, table => table is { Name: "subscriber_area", Rows: > ManyRows });
    }

    [Fact]
    public void So_is_one_that_refers_to_itself_and_is_checked_as_a_whole()
    {
        To.Migrate();
        Fill();
        Do(To, """
            create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(1.5); return null; end';
            create trigger slow after insert on release for each statement execute function slow()
            """);
        using var hurried = new PostgresDatabase($"{_connection};Command Timeout=1");

        var report = new MoveDatabase(_from, hurried).Run(progress: null, TestContext.Current.CancellationToken);

        Assert.Contains(report.Tables, table => table is { Name: "release", Rows: 2 });
    }

    [Fact]
    public void What_the_file_says_in_the_middle_is_not_taken_for_the_servers_word()
    {
        _ = To;
        Do(_from, "insert into trouble (topic, key, since, words) values ('sources', 'a', '2026-11-23T07:30:00Z', replace(hex(zeroblob(200000)), '0', 'w')); pragma wal_checkpoint(truncate)");
        SqliteConnection.ClearAllPools();
        using (var file = File.Open(_from.File, FileMode.Open))
        {
            file.Position = file.Length / 4096 * 9 / 10 * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        var fault = Assert.ThrowsAny<DbException>(() => Move());

        Assert.False(MoveDatabase.IsOfServer(fault));
        Assert.Contains("is damaged", _from.Fault(fault).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_server_frees_by_itself_what_a_move_that_was_cut_off_had_locked()
    {
        _ = To;
        using var to = DbMoveVerb.Target(_connection!)!;
        using var connection = to.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select current_setting('idle_in_transaction_session_timeout') || ' ' || current_setting('tcp_keepalives_idle')";

        Assert.Equal("45s 30", command.ExecuteScalar());
    }

    [Fact]
    public void A_file_that_was_changed_in_between_is_told()
    {
        _ = To;
        Fill();
        Assert.Throws<OperationCanceledException>(() => Move(endAt: "subscription"));
        Do(_from, "update subscriber set name = 'B' where id = 2");

        Assert.Contains("subscriber is not the same", Assert.Throws<StorageFault>(() => Move()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_would_write_to_the_file_meanwhile_is_kept_out_and_afterwards_may()
    {
        var to = To;
        Fill();
        var answers = new List<int>();

        new MoveDatabase(_from, to).Run(new AtEach(_ => answers.Add(Write())), TestContext.Current.CancellationToken);

        Assert.True(answers.Count > 40);
        Assert.All(answers, answer => Assert.Equal(SQLitePCL.raw.SQLITE_BUSY, answer));
        Assert.Equal(0, Scalar(_from, "select count(*) from trouble") + Scalar(to, "select count(*) from trouble"));
        Assert.Equal(SQLitePCL.raw.SQLITE_OK, Write());
    }

    [Fact]
    public void A_database_that_is_not_empty_or_anothers_is_refused()
    {
        var to = To;
        Do(to, "create table theirs (id int)");
        Assert.Contains("tables of another program", Assert.Throws<StorageFault>(() => Move()).Message, StringComparison.Ordinal);

        Do(to, "drop table theirs");
        to.Migrate();
        Do(to, "insert into trouble (topic, key, since, words) values ('sources', 'a', 'b', 'c')");
        Assert.Contains("its table trouble holds rows", Assert.Throws<StorageFault>(() => Move()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void While_a_service_sends_from_the_file_nothing_is_moved()
    {
        _ = To;
        using var sending = _from.TrySend();

        Assert.Contains("stop the service", Assert.Throws<StorageFault>(() => Move()).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _from.Dispose();
        _to?.Dispose();
        if (_connection is not null)
        {
            TestServer.Drop(_connection);
        }

        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private MoveReport Move(string? endAt = null)
    {
        using var ended = new CancellationTokenSource();
        return new MoveDatabase(_from, To).Run(new AtEach(End), ended.Token);

        void End(MoveStep step)
        {
            if (endAt is not null && step.Table == endAt)
            {
                ended.Cancel();
            }
        }
    }

    // As another program would, and without waiting for its turn.
    private int Write()
    {
        using var connection = new SqliteConnection($"Data Source={_from.File};Pooling=False");
        connection.Open();
        return SQLitePCL.raw.sqlite3_exec(connection.Handle, "insert into trouble (topic, key, since, words) values ('sources', 'late', '2026-11-23T07:30:00Z', 'w')");
    }

    private void Fill()
    {
        var subscribers = new Subscribers(_from, new Joining(new OptOuts(_keys)));
        subscribers.Add(new Joiner("a@example.org", "Zoë", ["governor", "headteacher"], ["Kent"]), Monday);
        subscribers.Add(new Joiner("b@example.org", null, ["governor"], []), Monday);
        Do(_from, $"""
            insert into release (id, created_at, merged_into) values (1, '2026-11-23T07:30:00Z', 2), (2, '2026-11-23T07:30:00Z', null);
            insert into source (id, name, url) values (1, 'charity', 'https://charity.example.org/feed');
            insert into entry (id, source_id, publisher, title, summary, content, first_version, first_seen_at) values (1, 1, 'charity', 't', 's', 'c', x'00', '2026-11-23T07:30:00Z');
            insert into block_key (key, day, entry_id) select -5000000000, 1, id from entry;
            insert into suppression (hash, key_id, reason, at) values (x'00ff', x'{Convert.ToHexString(_keys.Ids[0])}', 'Erased', '2026-11-23T07:30:00Z')
            """);
    }

    private static long[] Numbers(Database database, MoveReport report) => [.. report.Tables.Select(table => Scalar(database, $"select count(*) from {table.Name}"))];

    private static void Do(Database database, string sql) => Scalar(database, $"{sql}; select 0");

    private static long Scalar(Database database, string sql)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class AtEach(Action<MoveStep> act) : IProgress<MoveStep>
    {
        public void Report(MoveStep step) => act(step);
    }
}
