using System.Text.Json;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DigestWorker.RealTests;

/// <summary><c>db move</c> by the real program, on the file of an edition that was sent.</summary>
public sealed class MoveVerbTests : IAsyncLifetime
{
    private const int Subscribers = 5;

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);
    private PostgresServer? _server;

    private PostgresServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        PostgresServer.Need();
        _server = await PostgresServer.StartAsync();
        await _newsroom.PrepareEditionAsync(Subscribers);
        _newsroom.Clock.Now += TimeSpan.FromDays(7);
        Assert.Equal(Subscribers, (await _newsroom.DigestAsync()).Sent!.Sent);
        Count();
        _newsroom.Restart();
    }

    [Fact]
    public async Task It_says_what_it_moved_and_what_to_do_next_and_once_done_it_refuses_to_move_there_again()
    {
        var ended = await MoveAsync();

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Contains("Rows, the same in both", ended.Out, StringComparison.Ordinal);
        Assert.Matches($"│ subscriber +│ +{Subscribers} +│", ended.Out);
        Assert.Contains($"{_rows.Values.Sum():N0} rows of {_rows.Count} tables are moved and compared.", ended.Out, StringComparison.Ordinal);
        Assert.Contains("Now set Storage:Provider to Postgres", ended.Out, StringComparison.Ordinal);

        var again = await MoveAsync();

        Assert.Equal((1, ""), (again.ExitCode, again.Out));
        Assert.Matches("^The database postgres on 127.0.0.1.* is not empty: its table [a-z_]+ holds rows. If a move has filled it, that is done; otherwise name an empty one.", again.Error);
        Assert.DoesNotContain("   at ", again.Error, StringComparison.Ordinal);
        Assert.Equal(Subscribers, Server.Count("select count(*) from subscriber"));
    }

    [Fact]
    public async Task Killed_in_the_middle_no_service_starts_there_and_the_same_again_moves_the_rest()
    {
        await KillInTheMiddleAsync();

        Assert.InRange(Server.Count("select count(*) from moved_table")!.Value, 1, _rows.Count - 1);
        Assert.Equal((0, 0), (Server.Count("select count(*) from moved_table where name = 'entry'"), Server.Count("select count(*) from entry")));
        await AssertNoServiceStartsAsync();

        var ended = await MoveAsync("--json");

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Equal(_rows, JsonDocument.Parse(ended.Out).RootElement.GetProperty("tables").EnumerateArray().ToDictionary(
            table => table.GetProperty("name").GetString()!, table => table.GetProperty("rows").GetInt64()));
        Assert.All(_rows, table => Assert.Equal(table.Value, Server.Count($"select count(*) from {table.Key}")));
        var digest = await OnServer().RunAsync("digest", "--week", "2026-W48");
        Assert.True(digest.ExitCode == 0, digest.Error);
        Assert.Equal(Subscribers, _newsroom.Mails.Length);
    }

    public ValueTask DisposeAsync()
    {
        _newsroom.Dispose();
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    // It comes as far as the table that somebody holds on to.
    private async Task KillInTheMiddleAsync()
    {
        using (var database = new PostgresDatabase(Server.ConnectionString))
        {
            database.Migrate();
        }

        using var holder = new NpgsqlConnection($"{Server.ConnectionString};Pooling=False");
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        using var hold = new NpgsqlCommand("begin; lock table entry in share mode", holder);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var move = App().Start("db", "move", "--to", Server.ConnectionString);
        while (Server.Count("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'copy entry %'") == 0)
        {
            Assert.False(move.HasExited, "It did not come to the table.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        move.Kill();
        await move.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task AssertNoServiceStartsAsync()
    {
        using var service = new ClusterWorker(OnServer(), "appsettings.json");
        Assert.Equal(1, await service.EndAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Contains("is half moved; run the same 'db move' again to its end.", service.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Said, StringComparison.Ordinal);
    }

    private Task<DigestWorkerApp.Ended> MoveAsync(params string[] options) => App().RunAsync(["db", "move", "--to", Server.ConnectionString, .. options]);

    private DigestWorkerApp App() => new(_newsroom.Folder);

    private DigestWorkerApp OnServer()
    {
        var app = App();
        (app.Environment["DIGEST__Storage__Provider"], app.Environment["DIGEST__Storage__ConnectionString"]) = ("Postgres", Server.ConnectionString);
        return app;
    }

    private void Count()
    {
        using var connection = _newsroom.Services.GetRequiredService<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select group_concat(name) from sqlite_schema where type = 'table' and name not like 'sqlite_%'";
        foreach (var table in ((string)command.ExecuteScalar()!).Split(','))
        {
            _rows[table] = _newsroom.Scalar($"select count(*) from {table}");
        }
    }
}
