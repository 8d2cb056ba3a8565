using System.Diagnostics;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Collecting;

/// <summary>Collecting from loopback: everything new, then nothing changed.</summary>
internal static class CollectScenario
{
    public static async Task<Measure[]> RunAsync(int feeds, int entries)
    {
        using var folder = new BenchFolder();
        await using var server = await FeedServer.StartAsync(feeds, entries);
        var cold = await CollectAsync(folder, server.Address, feeds, ReadState.Read);
        var matched = await MatchAsync(folder, server.Address, (feeds, feeds * entries));
        var unchanged = await CollectAsync(folder, server.Address, feeds, ReadState.Unchanged);
        return
        [
            new Measure($"{feeds} feeds of {entries} entries collected and stored", cold, 5, "s"),
            new Measure("  each of these understood and put into its release", matched * 1000 / (feeds * entries), 2 + 5, "ms"),
            new Measure("The same again, unchanged", unchanged, 0.5, "s"),
            new Measure("Peak memory, server included", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 250, "MB"),
        ];
    }

    public static async Task<double> MillisecondsAFeedAsync(int feeds)
    {
        using var folder = new BenchFolder();
        await using var server = await FeedServer.StartAsync(feeds, entries: 50);
        return await CollectAsync(folder, server.Address, feeds, ReadState.Read) * 1000 / feeds;
    }

    private static async Task<double> CollectAsync(BenchFolder folder, string address, int feeds, ReadState expected)
    {
        using var host = await LoopbackFeeds.BuildAsync(folder, address, feeds);
        host.Services.GetRequiredService<Database>().Migrate();
        return await LoopbackFeeds.StoreAsync(host, expected);
    }

    // The entries are much alike, as a flood of copies is: hundreds of partners each.
    private static async Task<double> MatchAsync(BenchFolder folder, string address, (int Feeds, int Entries) stored)
    {
        using var host = await LoopbackFeeds.BuildAsync(folder, address, stored.Feeds);
        var started = Stopwatch.GetTimestamp();
        var report = host.Services.GetRequiredService<MatchReleases>().Run(CancellationToken.None);
        return report.Entries == stored.Entries
            ? Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"Of {stored.Entries} entries {report.Entries} were understood.");
    }
}
