using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>The database fails a real service before it sends: in the end all is as if nothing had happened.</summary>
internal static class FaultBeforeSending
{
    private const int Feeds = 24, FewSubscribers = 60, ManySubscribers = Cluster.Batch + 60;

    // Whatever a fault ended is taken up at the next turn.
    private const string EverySoOftenCron = "0/15 * * * * ?";

    private static readonly TimeSpan AnswersAfter = TimeSpan.FromSeconds(0.2);

    public static Task WhileCollectingAsync(DatabaseFault fault) => IsLivedThroughAsync(fault, (Feeds, FewSubscribers), async (cluster, feeds) =>
    {
        await cluster.UntilAsync(() => cluster.Server.Count("select count(*) from entry") > Feeds / 4, "the first entries");
        return () =>
        {
            var (entries, editions) = (cluster.Server.Count("select count(*) from entry"), cluster.Server.Count("select count(*) from edition"));
            feeds.GoOn();
            return (entries, Feeds, editions);
        };
    });

    public static Task WhileComposingAsync(DatabaseFault fault) => IsLivedThroughAsync(fault, (Feeds: 0, ManySubscribers), async (cluster, _) =>
    {
        cluster.HoldComposing();
        await cluster.ComposesAsync();
        return () =>
        {
            var digests = cluster.Server.Count("select count(*) from digest");
            cluster.LetCompose();
            return (digests, ManySubscribers, cluster.Mails);
        };
    });

    /// <param name="middle">Comes to the middle, and tells how much is done, of how much, and how much of what comes later.</param>
    private static async Task IsLivedThroughAsync(DatabaseFault fault, (int Feeds, int Subscribers) size, Func<Cluster, SlowFeeds, Task<Func<(long? Done, int All, long? Later)>>> middle)
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync("max_connections = 40");
        await using var feeds = await SlowFeeds.StartAsync(AnswersAfter);
        await using var cluster = Cluster.WithAllToDo(server, size.Subscribers, [.. Enumerable.Range(0, size.Feeds).Select(at => $"{feeds.Address}/{at}")]);
        cluster.Publish(EverySoOftenCron);
        var undisturbed = await cluster.UndisturbedAsync();
        await using var line = new BreakableLine(server.Port);
        using var standby = fault == DatabaseFault.ServerReplaced ? await server.FollowedAsync() : null;
        cluster.Save(standby is null ? PostgresServer.Through(line.Port) : server.Or(standby));
        feeds.HoldAfter(size.Feeds / 2);
        var worker = cluster.Start();
        var progress = await middle(cluster, feeds);

        var strike = await Strike.AtAsync(cluster, fault, line, standby);
        var (done, all, later) = progress();
        Assert.InRange(done!.Value, 1, all - 1);
        Assert.Equal(0, later);
        await cluster.UntilAsync(() => worker.Said.Contains(strike.Words, StringComparison.Ordinal), strike.Words);
        await strike.EndAsync();

        await cluster.EndsWellAsync(faults: 0);
        Assert.Equal(undisturbed, cluster.Counts());
    }
}
