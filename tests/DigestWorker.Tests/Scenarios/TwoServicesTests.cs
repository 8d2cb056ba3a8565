using System.Text.Json;
using DigestWorker.Running;
using DigestWorker.Storage;
using DigestWorker.Tests.Collecting.Fetching;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>A file of SQLite has one service: a second one waits a little for it to end, then says so and ends.</summary>
public sealed class TwoServicesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public TwoServicesTests()
    {
        Assert.SkipWhen(TestServer.IsUsed, "Several workers share a database of PostgreSQL: SeveralWorkersTests.");
        _app = new DigestWorkerApp(_folder.Path);
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new { Sources = new[] { new { Name = "feed", Url = "file:feed.xml" } } }));
        _folder.Write("feed.xml", "<rss version=\"2.0\"><channel><title>f</title></channel></rss>");
    }

    [Fact]
    public async Task A_second_service_waits_for_the_first_to_end_and_takes_its_place()
    {
        using var first = _app.Start("run");
        await AtWorkAsync(first);
        using var second = _app.Start("run");
        var isAtWork = AtWorkAsync(second);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        var wasAtWork = isAtWork.IsCompleted;

        first.Kill();
        await isAtWork;
        second.Kill();

        Assert.False(wasAtWork);
    }

    [Fact]
    public async Task A_second_service_whose_patience_ends_says_that_there_is_one()
    {
        using var first = new OnlyService(_folder.File("a.db"), TimeProvider.System);
        await first.StartAsync(TestContext.Current.CancellationToken);
        using var second = new OnlyService(_folder.File("a.db"), new HastyClock());

        var fault = await Assert.ThrowsAsync<StorageFault>(() => second.StartAsync(TestContext.Current.CancellationToken));
        await first.StopAsync(TestContext.Current.CancellationToken);
        await second.StartAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith($"Another service works with the database {_folder.File("a.db")}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_a_service_works_with_is_not_moved_to_postgresql()
    {
        using var service = _app.Start("run");
        await AtWorkAsync(service);

        var moved = await _app.RunAsync("db", "move", "--to", "Host=127.0.0.1;Port=1;Database=digest;Username=digest");
        service.Kill();

        Assert.Equal(1, moved.ExitCode);
        Assert.Contains("stop it, then run again", moved.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task AtWorkAsync(System.Diagnostics.Process service)
    {
        while (await service.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("collect", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        Assert.Fail("The service ended.");
    }
}
