using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

/// <summary>An older program works on a database of PostgreSQL while a newer one brings its schema forward.</summary>
public sealed partial class RollingUpgradeTests
{
    private const string Adds = "-- Only adds.";

    private static int Before => Scripts().Last(script => !IsMarked(script.Sql)).Version;

    [Fact]
    public async Task It_goes_on_sending_and_collecting_before_in_the_middle_of_and_after_what_only_adds()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        var connection = TestServer.NewEmpty();
        using PostgresDatabase older = new(connection), newer = new(connection);
        var (before, latest) = (Before, Scripts()[^1].Version);
        FillOlder(older);
        using (var old = new OldProgram(older))
        {
            old.Send(OldProgram.Mails / 3);
            old.Store("before");

            // As pg_dump does: it holds the migration up in the middle.
            using var reader = newer.Open();
            var reading = reader.BeginTransaction();
            Do(reader, "lock table entry in access share mode");
            var migrating = Task.Run(newer.Migrate, TestContext.Current.CancellationToken);
            await UntilAsync(() => Count(older, "select count(*) from pg_locks where database = (select oid from pg_database where datname = current_database()) and not granted") == 1);
            old.Send(OldProgram.Mails / 3);
            Assert.Equal(before, Count(older, "select max(version) from schema_version"));
            var storing = Task.Run(() => old.Store("in the middle"), TestContext.Current.CancellationToken);
            await reading.DisposeAsync();
            await Task.WhenAll(migrating, storing);

            Assert.Equal(latest, Count(older, "select max(version) from schema_version"));
            old.Send(OldProgram.Mails / 3);
            old.Store("after");
        }

        Assert.Equal(OldProgram.Mails, Count(newer, "select count(*) from delivery where state = 'Sent' and attempts = 1 and sent_at is not null and reply = '250 taken'"));
        Assert.Equal((OldProgram.Mails, 3), (Count(newer, "select count(*) from delivery"), Count(newer, "select count(*) from entry e join entry_key k on k.entry_id = e.id")));
        // It may also start again.
        Assert.Equal(before, Count(newer, "select max(runs_from) from schema_version"));
        TestServer.Drop(connection);
    }

    [Fact]
    public async Task A_newer_one_sends_beside_it_and_takes_over_what_it_had_claimed_when_it_is_killed()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        const int Third = OldProgram.Mails / 3;
        var connection = TestServer.NewEmpty();
        using (PostgresDatabase older = new(connection), newer = new(connection))
        {
            FillOlder(older);
            using var old = new OldProgram(older);
            newer.Migrate();
            using var sender = newer.TrySend()!;
            using var ledger = new SendingLedger(newer, sender);

            old.Send(Third);
            var claimed = old.Claim(Third);
            Assert.Equal(Third, await SendAsync(ledger));
            Assert.All(claimed, mail => Assert.True(old.MaySend(mail)));
            using var killer = newer.Open();
            Do(killer, $"select pg_terminate_backend(pid, 5000) from worker where id = '{old.Id}'");

            Assert.Equal(Third, await SendAsync(ledger));
            Assert.All(claimed, mail => Assert.False(old.MaySend(mail)));
            Assert.Equal((OldProgram.Mails, Third), (Count(newer, "select count(*) from delivery where state = 'Sent'"), Count(newer, "select count(*) from delivery where attempts = 2")));
        }

        TestServer.Drop(connection);
    }

    [Fact]
    public void Each_migration_that_is_marked_so_only_adds() =>
        Assert.All(Scripts().Where(script => IsMarked(script.Sql)), script => Assert.Equal("", NoAddition(script.Sql)));

    [Theory]
    [InlineData("create table a (id bigint primary key, at text not null); create unique index a_at on a(at);", "")]
    [InlineData("alter table entry add column a bigint; alter table entry add column b text collate \"C\" not null default '';", "")]
    [InlineData("alter table entry add column a bigint not null", "alter table entry add column a bigint not null")]
    [InlineData("alter table entry add column a bigint, drop column b", "alter table entry add column a bigint, drop column b")]
    [InlineData("create unique index entry_url on entry(url)", "create unique index entry_url on entry(url)")]
    [InlineData("create table a (id bigint); -- create\nupdate entry set pending = 1;", "update entry set pending = 1")]
    [InlineData("drop table alert", "drop table alert")]
    public void Whatever_an_older_program_could_stumble_over_is_no_addition(string sql, string found) => Assert.Equal(found, NoAddition(sql));

    /// <returns>The first statement that does anything else than add what an older program does not notice; nothing where there is none.</returns>
    private static string NoAddition(string sql)
    {
        var statements = Comment().Replace(sql, "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var made = statements.Select(statement => NewTable().Match(statement)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return statements.FirstOrDefault(statement =>
            !(NewTable().IsMatch(statement) || IsIndex(statement, made)
                || (NewColumn().IsMatch(statement) && (!statement.Contains("not null", StringComparison.Ordinal) || statement.Contains(" default ", StringComparison.Ordinal))))) ?? "";
    }

    // A unique one forbids what the older program may write.
    private static bool IsIndex(string statement, HashSet<string> made) =>
        NewIndex().Match(statement) is { Success: true } index && (!index.Groups["unique"].Success || made.Contains(index.Groups["table"].Value));

    private static void FillOlder(PostgresDatabase database)
    {
        Assert.SkipWhen(Before == Scripts()[^1].Version, "The newest migration does more than add: no older program works beside it.");
        OldProgram.Fill(database, [.. Scripts().Where(script => script.Version <= Before)]);
    }

    private static IReadOnlyList<(int Version, string Sql)> Scripts() => MigrationScripts.Of("postgres");

    private static bool IsMarked(string sql) => sql.StartsWith(Adds, StringComparison.Ordinal);

    /// <returns>How many were due.</returns>
    private static async Task<int> SendAsync(SendingLedger ledger)
    {
        var due = ledger.Claim(OldProgram.Now, OldProgram.Mails);
        foreach (var mail in due)
        {
            Assert.Equal(ClaimStanding.Wanted, ledger.Standing(mail));
            await ledger.SentAsync(mail, "250 taken", OldProgram.Now);
        }

        return due.Count;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 500, "The migration was not held up.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static void Do(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Count(Database database, string sql)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^create table (\w+) \(")]
    private static partial Regex NewTable();

    [GeneratedRegex(@"^create (?<unique>unique )?index \w+ on (?<table>\w+)\s?\(")]
    private static partial Regex NewIndex();

    [GeneratedRegex(@"^alter table \w+ add column [^,]+$")]
    private static partial Regex NewColumn();
}
