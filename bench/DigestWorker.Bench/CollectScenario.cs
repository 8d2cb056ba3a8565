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
        var cold = await CollectAsync(folder, server.Address, feeds, ReadState.Read);
        var matched = await MatchAsync(folder, server.Address, (feeds, feeds * entries));
        var unchanged = await CollectAsync(folder, server.Address, feeds, ReadState.Unchanged);
        Directory.Delete(folder, recursive: true);
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
        var folder = Directory.CreateTempSubdirectory("digestworker-bench-").FullName;
        await using var server = await FeedServer.StartAsync(feeds, entries: 50);
        var seconds = await CollectAsync(folder, server.Address, feeds, ReadState.Read);
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

    /// <returns>Seconds.</returns>
    public static async Task<double> StoreAsync(IHost host, ReadState expected)
    {
        var started = Stopwatch.GetTimestamp();
        var outcomes = await host.Services.GetRequiredService<CollectEntries>().StoreAsync(SourcesOf(host), null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return outcomes.All(outcome => outcome.State == expected)
            ? seconds
            : throw new InvalidOperationException($"{outcomes.Count(outcome => outcome.State != expected)} sources were not {expected}: {outcomes.First(outcome => outcome.State != expected)}");
    }

    private static IReadOnlyList<Source> SourcesOf(IHost host) => host.Services.GetRequiredService<DigestSettings>().Sources;

    private static async Task<double> CollectAsync(string folder, string address, int feeds, ReadState expected)
    {
        using var host = await BuildAsync(folder, address, feeds);
        host.Services.GetRequiredService<Database>().Migrate();
        return await StoreAsync(host, expected);
    }

    // The entries are much alike, as a flood of copies is: hundreds of partners each.
    private static async Task<double> MatchAsync(string folder, string address, (int Feeds, int Entries) stored)
    {
        using var host = await BuildAsync(folder, address, stored.Feeds);
        var started = Stopwatch.GetTimestamp();
        var report = host.Services.GetRequiredService<MatchReleases>().Run(CancellationToken.None);
        return report.Entries == stored.Entries
            ? Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"Of {stored.Entries} entries {report.Entries} were understood.");
    }
}
