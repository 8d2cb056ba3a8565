using System.Data.Common;
using Dapper;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

/// <summary>What only PostgreSQL does.</summary>
public sealed class PostgresTests
{
    [Theory]
    [InlineData("Port=1", "cannot be reached")]
    [InlineData("Database=nowhere", "There is no database nowhere")]
    [InlineData("Options=-c default_transaction_read_only=on", "can only be read")]
    public void A_database_that_does_not_serve_is_told_in_words_without_the_password(string changed, string words)
    {
        Need();
        using var database = new PostgresDatabase($"{TestServer.New()};{changed};Password=open-sesame");

        var fault = database.Fault(Assert.ThrowsAny<DbException>(() => database.InTransaction(connection => Do(connection, "create table t (id int)"))));

        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("primary")]
    [InlineData("read-write")]
    public void Of_several_servers_the_one_to_write_to_is_taken(string wanted)
    {
        Need();
        var connection = TestServer.New();
        using var database = new PostgresDatabase($"{connection};Host=127.0.0.1:1,{HostOf(connection)};Target Session Attributes={wanted}");

        database.InTransaction(open => Do(open, "create table t (id int)"));

        Assert.Equal(0, Count(database, "select count(*) from t"));
    }

    [Theory]
    [InlineData("127.0.0.1:1,{0}", "standby")]
    [InlineData("127.0.0.1:1,127.0.0.1:2", "primary")]
    public void Where_none_of_several_servers_serves_it_is_told_in_words(string hosts, string wanted)
    {
        Need();
        var connection = TestServer.New();
        var several = string.Format(System.Globalization.CultureInfo.InvariantCulture, hosts, HostOf(connection));
        using var database = new PostgresDatabase($"{connection};Host={several};Target Session Attributes={wanted}");

        var fault = database.Fault(Assert.ThrowsAny<DbException>(() => Count(database, "select 1")));

        Assert.Contains("None of the servers of the database", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_connections_of_the_program_are_in_use_it_is_told_so()
    {
        Need();
        using var database = new PostgresDatabase($"{TestServer.New()};Maximum Pool Size=1;Timeout=1");
        using var connection = database.Open();

        var fault = database.Fault(Assert.ThrowsAny<DbException>(database.Open));

        Assert.StartsWith("All of this program's connections", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_the_server_ended_is_told_in_words_and_the_next_one_works()
    {
        Need();
        using var temp = new TempDatabase();
        using var connection = temp.Database.Open();
        temp.Scalar("select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) ended");

        var fault = temp.Database.Fault(Assert.ThrowsAny<DbException>(() => Do(connection, "select 1")));

        Assert.Matches("was stopped while it was used|cannot be reached", fault.Message);
        Assert.Contains("its connection broke", temp.Database.Fault(Assert.ThrowsAny<DbException>(() => Do(connection, "select 1"))).Message, StringComparison.Ordinal);
        Assert.Contains("its connection broke", temp.Database.Fault(Assert.ThrowsAny<DbException>(connection.BeginTransaction)).Message, StringComparison.Ordinal);
        Assert.Equal(0, temp.Scalar("select count(*) from trouble"));
    }

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "install that version here too")]
    public void A_program_goes_on_running_on_a_newer_schema_that_only_adds(int runsFrom, string? words)
    {
        Need();
        using var temp = new TempDatabase();
        var newest = MigrationScripts.Of("postgres")[^1].Version;
        temp.Scalar($"insert into schema_version (version, runs_from) values ({newest + 1}, {newest - 16 + runsFrom}) returning 0");

        if (words is null)
        {
            temp.Database.Migrate();
        }
        else
        {
            Assert.Contains(words, Assert.Throws<StorageFault>(temp.Database.Migrate).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_programs_that_start_at_once_migrate_once()
    {
        Need();
        var connection = TestServer.NewEmpty();
        using PostgresDatabase one = new(connection), other = new(connection);

        await Task.WhenAll(Task.Run(one.Migrate, TestContext.Current.CancellationToken), Task.Run(other.Migrate, TestContext.Current.CancellationToken));

        Assert.Equal(MigrationScripts.Of("postgres").Count, Count(one, "select count(*) from schema_version"));
        TestServer.Drop(connection);
    }

    [Theory]
    [InlineData("Host=db.example.org", true)]
    [InlineData("Host=db.example.org;Tcp Keepalive=false", false)]
    public void A_server_whose_machine_is_gone_is_noticed_unless_the_admin_wants_it_otherwise(string connection, bool isNoticed) =>
        Assert.Equal(isNoticed, PostgresText.Completed(connection).TcpKeepAlive);

    [Fact]
    public async Task A_schema_that_somebody_holds_on_to_is_told_in_words_and_not_waited_for_without_end()
    {
        Need();
        var connection = TestServer.NewEmpty();
        using PostgresDatabase old = new(connection), other = new(connection);
        old.InTransaction(open => Do(open, $"{MigrationScripts.Of("postgres")[0].Sql}; create table schema_version (version bigint, runs_from bigint, applied_at timestamptz default now()); insert into schema_version values (16, 16)"));
        using var holder = other.Open();
        var holding = holder.BeginTransaction();
        Do(holder, "lock table entry in access share mode");

        var migrating = Task.Run(() => Assert.ThrowsAny<DbException>(old.Migrate), TestContext.Current.CancellationToken);
        try
        {
            var fault = await migrating.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.Contains("is held by another program", old.Fault(fault).Message, StringComparison.Ordinal);
        }
        finally
        {
            await holding.DisposeAsync();
        }

        old.Migrate();
        TestServer.Drop(connection);
    }

    [Fact]
    public void Turns_at_a_rate_are_shared_by_all_workers()
    {
        Need();
        var connection = TestServer.New();
        using PostgresDatabase one = new(connection), other = new(connection);

        var waits = new[] { one, other, one, other }.Select(worker => worker.TakeTurn("example.org", 1)!.Value.TotalMinutes).ToList();

        Assert.Equal([0, 1, 2, 3], waits.Select(wait => Math.Round(wait)));
        Assert.InRange(other.TakeTurn("example.net", 1)!.Value.TotalMinutes, -0.5, 0.01);
        TestServer.Drop(connection);
    }

    [Fact]
    public void Claims_of_a_worker_that_is_silent_are_taken_over_and_those_of_one_that_speaks_are_not()
    {
        Need();
        using var temp = new TempDatabase();
        using var sender = temp.Database.TrySend()!;
        temp.Scalar($"""
            insert into subscriber (id, email, address, state, since, token) values (1, 'a@example.org', 'a@example.org', 'Active', '2026-11-01T00:00:00Z', 't');
            insert into edition (id, week, cut_off_at) values (1, '2026-W47', '2026-11-23T00:00:00Z');
            insert into profile (id, edition_id, hash, sender, reply_to, subject, text, html) values (1, 1, '\x00', 's', 'r', 'x', 't', 'h');
            insert into digest (id, edition_id, subscriber_id, profile_id, window_from, window_to, why) values (1, 1, 1, 1, 'a', 'b', '');
            insert into delivery (digest_id, recipient, message_id, composed_at, state, due_at, claimed_by)
            values (1, 'a@example.org', 'm1', '2026-11-23T00:00:00Z', 'Sending', '2026-11-23T00:00:00Z', '{sender.Id}');
            select 0
            """);
        var deliveries = new Deliveries(temp.Database);

        deliveries.TakeOver();
        Assert.Equal(1, temp.Scalar("select count(*) from delivery where state = 'Sending'"));

        temp.Scalar("update worker set seen_at = seen_at - interval '46 seconds'; select 0");
        deliveries.TakeOver();
        Assert.Equal(1, temp.Scalar("select count(*) from delivery where state = 'Unknown'"));
    }

    [Fact]
    public void Tables_whose_rows_or_texts_an_erased_person_is_taken_out_of_are_written_anew()
    {
        Need();
        using var temp = new TempDatabase();
        string[] tables = [.. TablesOfPeople(temp.Database), "profile", "trouble", "sending_pause"];
        var before = tables.Select(File).ToList();

        Assert.True(temp.Database.Rewrite());

        Assert.All(tables.Zip(before), table => Assert.NotEqual(table.Second, File(table.First)));

        long File(string table) => temp.Scalar($"select pg_relation_filenode('{table}')");
    }

    private static IEnumerable<string> TablesOfPeople(Database database)
    {
        using var connection = database.Open();
        return connection.Query<string>("""
            select distinct c.table_name
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name in ('subscriber_id', 'digest_id', 'address', 'email', 'recipient')
            """);
    }

    private static void Need() => Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");

    private static string HostOf(string connectionString)
    {
        var parts = new Npgsql.NpgsqlConnectionStringBuilder(connectionString);
        return $"{parts.Host}:{parts.Port}";
    }

    private static int Do(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static long Count(Database database, string sql)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
