using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>The database fails a real service before it sends: in the end all is as if nothing had happened.</summary>
internal static class FaultBeforeSending
{
    // Whatever a fault ended is taken up at the next turn.
    private const string EverySoOftenCron = "0/15 * * * * ?";

    private static readonly TimeSpan AnswersAfter = TimeSpan.FromSeconds(0.2);

    /// <param name="middle">Comes to the middle, and tells how much is done, of how much, and how much of what comes later.</param>
    public static async Task IsLivedThroughAsync(DatabaseFault fault, (int Feeds, int Subscribers) size, Func<Cluster, SlowFeeds, Task<Func<(long? Done, int All, long? Later)>>> middle)
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var feeds = await SlowFeeds.StartAsync(AnswersAfter);
        await using var cluster = Cluster.WithAllToDo(server, size.Subscribers, [.. Enumerable.Range(0, size.Feeds).Select(at => $"{feeds.Address}/{at}")]);
        cluster.Publish(EverySoOftenCron);
        var undisturbed = await cluster.UndisturbedAsync();
        await using var line = new BreakableLine(server.Port);
        cluster.Save(PostgresServer.Through(line.Port));
        feeds.HoldAfter(size.Feeds / 2);
        var worker = cluster.Start();
        var progress = await middle(cluster, feeds);

        var words = await StrikeAsync(fault, server, line);
        var (done, all, later) = progress();
        Assert.InRange(done!.Value, 1, all - 1);
        Assert.Equal(0, later);
        await cluster.UntilAsync(() => worker.Said.Contains(words, StringComparison.Ordinal), words);
        line.Speak();

        await cluster.EndsWellAsync(faults: 0);
        Assert.Equal(undisturbed, cluster.Counts());
    }

    private static async Task<string> StrikeAsync(DatabaseFault fault, PostgresServer server, BreakableLine line)
    {
        switch (fault)
        {
            case DatabaseFault.ServerRestarted:
                await server.ControlAsync("restart -m fast");
                return "what was stored is safe";
            case DatabaseFault.NetworkCut:
                line.Cut();
                return "its connection broke; what was stored is safe";
            default:
                line.FallSilent();
                return "did not answer in time";
        }
    }
}
