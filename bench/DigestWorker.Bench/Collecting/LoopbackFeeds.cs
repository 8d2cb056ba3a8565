using System.Diagnostics;
using System.Text.Json;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench.Collecting;

/// <summary>The program in a folder, with the feeds of a server of this machine as its sources.</summary>
internal static class LoopbackFeeds
{
    public static async Task<IHost> BuildAsync(BenchFolder folder, string address, int feeds)
    {
        var file = folder.In("appsettings.json");
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
        var outcomes = await host.Services.GetRequiredService<CollectEntries>()
            .StoreAsync(host.Services.GetRequiredService<DigestSettings>().Sources, null, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return outcomes.All(outcome => outcome.State == expected)
            ? seconds
            : throw new InvalidOperationException($"{outcomes.Count(outcome => outcome.State != expected)} sources were not {expected}: {outcomes.First(outcome => outcome.State != expected)}");
    }
}
