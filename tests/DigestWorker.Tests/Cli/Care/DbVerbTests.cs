using System.Text.Json;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Cli.Care;

/// <summary>The database file in the admin's care, by the real program.</summary>
public sealed class DbVerbTests : IClassFixture<CollectedFolder>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CollectedFolder _collected;
    private readonly DigestWorkerApp _app;

    public DbVerbTests(CollectedFolder collected)
    {
        (_collected, _app) = (collected, new DigestWorkerApp(_folder.Path));
        CollectedFolder.Prepare(_folder);
    }

    private string Db => _folder.File("test.db");

    [Fact]
    public async Task Before_there_is_a_database_each_verb_says_so_and_makes_none()
    {
        Assert.Contains("There is no database", (await RunAsync(1, "db", "check")).Out, StringComparison.Ordinal);
        Assert.Contains("nothing to back up", (await RunAsync(1, "db", "backup", "b.db")).Error, StringComparison.Ordinal);
        Assert.Contains("There is no file", (await RunAsync(1, "db", "restore", "b.db")).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Db));
    }

    [Theory]
    [InlineData("junk", 2, "--to is no connection string")]
    [InlineData("Database=digest;Username=digest", 2, "--to is no connection string; write \"Host=SERVER;Database=NAME;Username=USER\"")]
    [InlineData("Multiplexing=true;Host=localhost;Database=digest;Username=digest", 2, "--to is no connection string")]
    [InlineData("Hots=localhost;Host=localhost;Database=digest;Username=digest", 2, "--to is no connection string")]
    [InlineData("Host=127.0.0.1;Port=1;Database=digest;Username=digest", 1, "The database digest on 127.0.0.1 cannot be reached")]
    public async Task A_move_to_where_no_database_is_is_refused_in_words(string to, int code, string words)
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        _collected.CopyTo(_folder);

        var ended = await RunAsync(code, "db", "move", "--to", to);

        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Storage:ConnectionString", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_somebody_holds_on_to_is_told_as_such_by_a_move_and_the_server_is_not_blamed()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        _collected.CopyTo(_folder);
        _folder.Write("appsettings.json", File.ReadAllText(_folder.File("appsettings.json")).Replace("test.db", "test.db;Default Timeout=1", StringComparison.Ordinal));
        using var holder = Open();
        using var holding = holder.BeginTransaction();

        var ended = await RunAsync(1, "db", "move", "--to", "Host=127.0.0.1;Port=1;Database=digest;Username=digest");

        Assert.Contains("test.db is in use by another program", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("on 127.0.0.1", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the same again", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_made_proven_and_put_back()
    {
        _collected.CopyTo(_folder);
        await RunAsync(0, "subscribers", "unsubscribe", "objector@example.org");
        var made = await RunAsync(0, "db", "backup", "copies/b.db");
        Assert.Contains("60", made.Out, StringComparison.Ordinal);
        await RunAsync(0, "subscribers", "add", "late@example.org", "--role", "headteacher");

        Assert.Contains("--force", (await RunAsync(1, "db", "restore", "copies/b.db")).Error, StringComparison.Ordinal);
        var restored = JsonDocument.Parse((await RunAsync(0, "db", "restore", "copies/b.db", "--force", "--json")).Out).RootElement;

        Assert.True(File.Exists(restored.GetProperty("kept").GetString()));
        Assert.DoesNotContain("late@example.org", (await RunAsync(0, "subscribers", "list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_a_database_in_order_ends_with_0_and_one_of_a_database_without_its_key_with_1()
    {
        _collected.CopyTo(_folder);
        await RunAsync(0, "subscribers", "unsubscribe", "objector@example.org");
        await MakeScheduledAsync();
        Assert.True(JsonDocument.Parse((await RunAsync(0, "db", "check", "--json")).Out).RootElement.GetProperty("isGood").GetBoolean());

        File.Delete($"{Db}.key");
        Assert.Contains("WRONG  Key file", (await RunAsync(1, "db", "check")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_found()
    {
        _collected.CopyTo(_folder);
        await RunAsync(0, "subscribers", "add", "b@example.org", "--role", "headteacher");
        Write("delete from entry_key where entry_id = (select min(id) from entry); update subscriber set ended_at = '2026-01-01T00:00:00Z'");

        var ended = await RunAsync(1, "db", "check");

        Assert.Contains("entries that no key knows, which would be stored again: 1", ended.Out, StringComparison.Ordinal);
        Assert.Contains("though their subscription has ended", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db", "check"), InlineData("db", "backup", "b.db"), InlineData("status"), InlineData("run"), InlineData("releases")]
    public async Task Every_way_in_refuses_a_newer_schema_in_words(params string[] verb)
    {
        _collected.CopyTo(_folder);
        Write("pragma user_version = 99");

        var ended = await RunAsync(1, verb);

        Assert.Contains("newer version of this program", ended.Out + ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("b.db")));
    }

    [Theory]
    [InlineData(0), InlineData(40), InlineData(100)]
    public async Task A_damaged_database_is_told_with_the_newest_backup_and_the_backup_mends_it(int percent)
    {
        _collected.CopyTo(_folder);
        var backup = await MakeScheduledAsync();
        SqliteConnection.ClearAllPools();
        Damage(percent);

        var check = await RunAsync(1, "db", "check");
        Assert.Contains("WRONG  Integrity", check.Out, StringComparison.Ordinal);
        Assert.Contains(backup, check.Out, StringComparison.Ordinal);
        if (percent == 0)
        {
            var verb = await RunAsync(1, "releases");
            Assert.Contains($"digestworker db restore {backup}", verb.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", verb.Error, StringComparison.Ordinal);
        }

        await RunAsync(0, "db", "restore", backup);
        await RunAsync(0, "db", "check");
    }

    [Fact]
    public async Task A_verb_that_comes_before_the_service_says_too_what_a_damaged_log_has_lost()
    {
        _collected.CopyTo(_folder);
        LeaveDamagedLog();

        Assert.Contains("cannot be read, and the database goes on from before them", (await RunAsync(0, "releases")).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("damaged", (await RunAsync(0, "releases")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_after_the_log_was_damaged_says_what_is_lost()
    {
        _collected.CopyTo(_folder);
        LeaveDamagedLog();

        Assert.Contains("-wal is damaged: 1 transactions", (await RunAsync(1, "db", "check")).Out, StringComparison.Ordinal);
        using var service = _app.Start("run");
        var first = await service.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        service.Kill();

        Assert.Contains("cannot be read, and the database goes on from before them", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_service_runs_a_backup_can_be_made_and_nothing_can_be_put_back()
    {
        _collected.CopyTo(_folder);
        using var service = _app.Start("run");
        await service.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        _ = service.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            while (!Directory.Exists(_folder.File("backups")) || Directory.GetFiles(_folder.File("backups"), "*.db").Length == 0)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            await RunAsync(0, "db", "backup", "b.db");
            Assert.Contains("Stop the service", (await RunAsync(1, "db", "restore", "b.db", "--force")).Error, StringComparison.Ordinal);
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await RunAsync(0, "db", "restore", "b.db", "--force");
    }

    [Fact]
    public async Task Killed_at_any_instant_a_restore_leaves_the_old_database_or_the_new_one()
    {
        _collected.CopyTo(_folder);
        await RunAsync(0, "db", "backup", "b.db");
        var seen = new HashSet<long>();
        foreach (var sign in new[] { "test.db.*.restoring", "test.db.*.restoring-wal", "test.db.*.restoring-journal", "test.db.replaced-*" })
        {
            Write("insert into team (key, name, token) values (hex(randomblob(8)), 'old', hex(randomblob(16)))");
            SqliteConnection.ClearAllPools();
            await KillRestoreAtAsync(sign);

            Assert.Equal("ok", Text("pragma integrity_check"));
            seen.Add(Number("select count(*) from team where name = 'old'"));
            SqliteConnection.ClearAllPools();
        }

        await RunAsync(0, "db", "restore", "b.db", "--force");
        Assert.Equal(0, Number("select count(*) from team where name = 'old'"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*restoring*"));
        Assert.Contains(seen, rows => rows > 0);
    }

    [Fact]
    public async Task Where_the_disk_of_the_backup_is_full_it_is_said_and_nothing_is_left()
    {
        Assert.SkipUnless(await MayMountAsync(), "This account may not mount a file system of its own.");
        _collected.CopyTo(_folder);

        var ended = await Tool.RunAsync(_folder.Path, "unshare", ["-rm", "sh", "-ec", $"""
            mkdir small
            mount -t tmpfs -o size=64k none small
            dotnet '{Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll")}' db backup small/b.db || echo "exit $?"
            ls -A small
            mount -o remount,ro,size=64m small
            dotnet '{Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll")}' db backup small/b.db || echo "exit $?"
            """]);

        Assert.Equal("exit 1\nexit 1\n", ended.Out);
        Assert.Contains("its disk is full or fails", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Read-only", ended.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_read_only_volume_each_verb_ends_in_words()
    {
        Assert.SkipUnless(await MayMountAsync(), "This account may not mount a file system of its own.");
        _collected.CopyTo(_folder);

        var ended = await Tool.RunAsync(_folder.Path, "unshare", ["-rm", "sh", "-ec", $"""
            mkdir volume
            mount -t tmpfs none volume
            cp appsettings.json feed.xml test.db* volume
            mount -o remount,ro volume
            dotnet '{Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll")}' db check --settings volume/appsettings.json | grep -c '^good   Integrity'
            for verb in collect status run 'db restore feed.xml'; do
                dotnet '{Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll")}' $verb --settings volume/appsettings.json > out && code=0 || code=$?
                echo "$verb: $code"
            done
            """]);

        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.Equal("1\ncollect: 1\nstatus: 1\nrun: 1\ndb restore feed.xml: 1\n", ended.Out);
        Assert.Contains("check that its folder exists and may be written to", ended.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be written to: Read-only file system", ended.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task<DigestWorkerApp.Ended> RunAsync(int code, params string[] arguments)
    {
        var ended = await _app.RunAsync(arguments);
        Assert.True(ended.ExitCode == code, $"{string.Join(' ', arguments)} ended with {ended.ExitCode}:\n{ended.Out}\n{ended.Error}");
        return ended;
    }

    private async Task<string> MakeScheduledAsync()
    {
        var name = _folder.File($"backups/digestworker-{TimeProvider.System.GetUtcNow().UtcDateTime:yyyyMMdd-HHmmss}.db");
        await RunAsync(0, "db", "backup", name);
        return name;
    }

    private void Damage(int percent)
    {
        using var file = File.Open(Db, FileMode.Open);
        file.Position = Math.Min(file.Length - 4096, file.Length * percent / 100 / 4096 * 4096);
        file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
    }

    // As after a power cut: the log of a database that nobody closed, with its first page scribbled over.
    private void LeaveDamagedLog()
    {
        using (var connection = new SqliteConnection($"Data Source={Db};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = wal; pragma wal_checkpoint(truncate); insert into team (key, name, token) values ('k', 'n', 't')";
            command.ExecuteNonQuery();
            File.Copy($"{Db}-wal", $"{Db}-kept");
        }

        File.Move($"{Db}-kept", $"{Db}-wal", overwrite: true);
        using var log = File.Open($"{Db}-wal", FileMode.Open);
        log.Position = 200;
        log.Write([0xDE, 0xAD]);
    }

    private async Task KillRestoreAtAsync(string sign)
    {
        using var restore = _app.Start("db", "restore", "b.db", "--force");
        var before = Directory.GetFiles(_folder.Path, sign).Length;
        while (!restore.HasExited && Directory.GetFiles(_folder.Path, sign).Length <= before)
        {
            await Task.Yield();
        }

        restore.Kill();
        await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private void Write(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Text(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    private long Number(string sql) => long.Parse(Text(sql), System.Globalization.CultureInfo.InvariantCulture);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Db};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task<bool> MayMountAsync() =>
        Tool.IsThere("unshare") && (await Tool.RunAsync(Path.GetTempPath(), "unshare", ["-rm", "sh", "-c", "mount -t tmpfs none /mnt"])).ExitCode == 0;
}
