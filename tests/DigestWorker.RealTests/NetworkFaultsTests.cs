using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>The network between a real service and its database breaks in the middle of a batch.</summary>
public sealed class NetworkFaultsTests
{
    private const int Mails = 300, Before = 60, PerMinute = 3_000;

    [Fact]
    public async Task It_is_cut()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        await using var line = new BreakableLine(server.Port);
        cluster.Save(PostgresServer.Through(line.Port));
        var worker = cluster.Start();
        await cluster.MailsAsync(Before);

        line.Cut();

        await cluster.UntilAsync(() => worker.Said.Contains("cannot be reached, or its connection broke; what was stored is safe", StringComparison.Ordinal), "words");
        await cluster.EndsWellAsync(faults: 1);
    }

    [Fact]
    public async Task It_is_slow()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Before, PerMinute);
        await using var line = new BreakableLine(server.Port) { Delay = TimeSpan.FromMilliseconds(40) };
        cluster.Save(PostgresServer.Through(line.Port));
        cluster.Start();

        await cluster.EndsWellAsync(faults: 0);
    }

    [Fact]
    public async Task It_falls_silent_and_another_worker_takes_over()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, 2 * Mails, PerMinute / 2);
        await using var line = new BreakableLine(server.Port);
        cluster.Save(PostgresServer.Through(line.Port));
        var worker = cluster.Start();
        await cluster.MailsAsync(1);
        cluster.Save(server.ConnectionString);
        cluster.Start();
        await cluster.UntilAsync(() => server.Count("select count(*) from qrtz_scheduler_state") == 2, "two at work");

        line.FallSilent();
        await cluster.UntilAsync(() => worker.Said.Contains("did not answer in time", StringComparison.Ordinal), "words");
        line.Speak();

        await cluster.EndsWellAsync(faults: 1);
    }
}
