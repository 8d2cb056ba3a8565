using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>The network between a real service and its database breaks in the middle of a batch.</summary>
public sealed class NetworkFaultsTests
{
    private const int Mails = 300, Before = 60, PerMinute = 3_000, LeastPerSecond = 1;

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
        var worker = cluster.Start();

        await cluster.AllSentAsync();
        var arrivals = cluster.Arrivals;
        var perSecond = (Before - 1) / (arrivals[^1] - arrivals[0]).TotalSeconds;
        TestContext.Current.SendDiagnosticMessage($"{perSecond:0.0} mails a second.");
        Assert.InRange(perSecond, LeastPerSecond, PerMinute / 60);
        // What the end of the service calls off comes after.
        Assert.DoesNotContain("fail: ", worker.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("warn: ", worker.Said, StringComparison.Ordinal);
        await cluster.EndsWellAsync(faults: 0);
    }
}
