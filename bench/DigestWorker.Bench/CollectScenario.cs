using System.Diagnostics;
using System.Text.Json;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench;

/// <summary>Collecting from loopback: everything new, then nothing changed.</summary>
internal static class CollectScenario
{
    public static async Task<Measure[]> RunAsync(int feeds, int entries)
    {
        var folder = Directory.CreateTempSubdirectory("digestworker-bench-").FullName;
        await using var server = await FeedServer.StartAsync(feeds, entries);
        var cold = await CollectAsync(folder, server.Address, feeds);
        var matched = await MatchAsync(folder, server.Address, feeds);
        var unchanged = await CollectAsync(folder, server.Address, feeds);
        Directory.Delete(folder, recursive: true);
        return
        [
            new Measure($"{feeds} feeds of {entries} entries collected and stored", cold, 15, "s"),
            new Measure("  each of these understood and put into its release", matched * 1000 / (feeds * entries), 2 + 5, "ms"),
            new Measure("The same again, unchanged", unchanged, 3, "s"),
            new Measure("Peak memory, server included", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 250, "MB"),
        ];
    }

    public static async Task<double> MillisecondsAFeedAsync(int feeds)
    {
        var folder = Directory.CreateTempSubdirectory("digestworker-bench-").FullName;
        await using var server = await FeedServer.StartAsync(feeds, entries: 50);
        var seconds = await CollectAsync(folder, server.Address, feeds);
        Directory.Delete(folder, recursive: true);
        return seconds * 1000 / feeds;
    }

    public static async Task<IHost> BuildAsync(string folder, string address, int feeds)
    {
        var file = Path.Combine(folder, "appsettings.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            Sources = Enumerable.Range(0, feeds).Select(feed => new { Name = $"outlet {feed}", Url = $"{address}/{feed}" }),
            Collecting = new { ConcurrencyPerHost = 8, SecondsBetweenRequests = 0, AllowPrivateAddresses = true },
        }));
        return BenchHost.Of(file);
    }

    public static IReadOnlyList<Source> SourcesOf(IHost host) => host.Services.GetRequiredService<DigestSettings>().Sources;

    private static async Task<double> CollectAsync(string folder, string address, int feeds)
    {
        using var host = await BuildAsync(folder, address, feeds);
        host.Services.GetRequiredService<Migrator>().Migrate();
        var started = Stopwatch.GetTimestamp();
        await host.Services.GetRequiredService<CollectEntries>().StoreAsync(SourcesOf(host), null, CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // The entries are much alike, as a flood of copies is: hundreds of partners each.
    private static async Task<double> MatchAsync(string folder, string address, int feeds)
    {
        using var host = await BuildAsync(folder, address, feeds);
        var started = Stopwatch.GetTimestamp();
        host.Services.GetRequiredService<MatchReleases>().Run(CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
