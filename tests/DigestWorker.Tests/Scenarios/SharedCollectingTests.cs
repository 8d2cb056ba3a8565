using System.Diagnostics;
using System.Text.Json;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>Workers in processes of their own on one PostgreSQL, with sources on one slow web server.</summary>
public sealed class SharedCollectingTests : IAsyncLifetime
{
    private const int Sources = 40;

    private readonly List<Process> _running = [];
    private TempFolder _folder = null!;
    private PostgresDatabase? _database;
    private SlowFeeds? _feeds;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        _folder = new TempFolder();
        _database = new PostgresDatabase(TestServer.Of(_folder.Path));
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_workers_share_the_sources_and_read_each_once()
    {
        await PrepareAsync(TimeSpan.FromSeconds(0.5), new { Concurrency = 2, ConcurrencyPerHost = 16, SecondsBetweenRequests = 0, AllowPrivateAddresses = true });
        Start("one");
        Start("other");

        await UntilAllIsDoneAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(Sources, _feeds!.Requests.DistinctBy(asked => asked.Path).Count());
        Assert.Equal(Sources, _feeds.Requests.Count);
        Assert.Equal(2, Askers());
        Assert.Equal((Sources, 0), (Count("select count(*) from entry"), Count("select count(*) from entry where pending = 1")));
    }

    [Fact]
    public async Task The_share_of_a_worker_that_is_killed_is_taken_over_and_nothing_is_stored_twice()
    {
        const int Lanes = 2;
        await PrepareAsync(TimeSpan.FromSeconds(1), new { Concurrency = Lanes, ConcurrencyPerHost = 16, SecondsBetweenRequests = 0, AllowPrivateAddresses = true });
        var first = Start("one");
        await UntilAsync(() => _feeds!.Requests.Count >= 5, TimeSpan.FromSeconds(30));
        Start("other");
        await UntilAsync(() => _feeds!.Requests.Count >= 14 && Askers() == 2, TimeSpan.FromSeconds(60));
        var before = _feeds!.Requests.TakeWhile(asked => asked.By == _feeds.Requests.First().By).Count();
        first.Kill();

        await UntilAllIsDoneAsync(TimeSpan.FromSeconds(60));

        // The schedule comes to the other one too, whose own first turn reads again what was read before it began.
        Assert.InRange(_feeds.Requests.Count, Sources, Sources + Lanes + before);
        Assert.Equal((Sources, 0), (Count("select count(*) from entry"), Count("select count(*) from entry where pending = 1")));
        Assert.Equal(Sources, Count("select count(*) from source where first_read_at is not null and failures = 0"));
    }

    [Fact]
    public async Task What_a_host_is_spared_holds_for_both_workers_together()
    {
        await PrepareAsync(TimeSpan.FromSeconds(7), new { Concurrency = 2, ConcurrencyPerHost = 3, SecondsBetweenRequests = 2, AllowPrivateAddresses = true }, sources: 8);
        Start("one");
        Start("other");

        await UntilAllIsDoneAsync(TimeSpan.FromSeconds(90));

        var starts = _feeds!.Requests.Select(asked => asked.At).Order().ToList();
        Assert.Equal(2, Askers());
        // The first request of a process takes its time on the way.
        Assert.All(starts.Zip(starts.Skip(1)), two => Assert.True(two.Second - two.First > TimeSpan.FromSeconds(1.2), $"{two.First:O} and {two.Second:O}"));
        Assert.Equal(3, _feeds.MostAtOnce);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        if (_feeds is not null)
        {
            await _feeds.DisposeAsync();
        }

        if (_database is not null)
        {
            _database.Dispose();
            TestServer.Drop(TestServer.Of(_folder.Path));
        }

        _folder.Dispose();
    }

    // Only the first turns of each worker come in this time: no cron fires in it.
    private async Task PrepareAsync(TimeSpan delay, object collecting, int sources = Sources)
    {
        _feeds = await SlowFeeds.StartAsync(delay);
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new
        {
            Collecting = collecting,
            Schedule = new { CollectCron = "0 0 5 1 1 ? 2099", PublishCron = "0 0 5 1 1 ? 2099" },
            Sources = Enumerable.Range(0, sources).Select(at => new { Name = $"source {at}", Url = $"{_feeds.Address}/feed/{at}" }),
        }));
    }

    private Process Start(string contact)
    {
        var process = new DigestWorkerApp(_folder.Path) { Environment = { ["DIGEST__Collecting__Contact"] = $"{contact}@example.org" } }.Start("run");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _running.Add(process);
        return process;
    }

    private int Askers() => _feeds!.Requests.DistinctBy(asked => asked.By).Count();

    private Task UntilAllIsDoneAsync(TimeSpan limit) =>
        UntilAsync(() => Count("select count(*) from source where last_success_at is not null") > 0 && Count("select count(*) from source_turn") == 0, limit);

    private static async Task UntilAsync(Func<bool> isSo, TimeSpan limit)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(limit);
        while (!isSo())
        {
            await Task.Delay(100, end.Token);
        }
    }

    private long Count(string sql)
    {
        using var connection = _database!.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
