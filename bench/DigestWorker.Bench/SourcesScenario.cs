using System.Diagnostics;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench;

/// <summary>Fetching, reading, recognising and storing, set against the bare work in the same run.</summary>
internal static class SourcesScenario
{
    public static async Task<Measure[]> RunAsync(int feeds, int entries)
    {
        var folder = Directory.CreateTempSubdirectory("digestworker-bench-").FullName;
        await using var server = await FeedServer.StartAsync(feeds, entries);
        var bareCold = await BareLimit.ColdAsync(server.Address, feeds, entries);
        var bareUnchanged = await BareLimit.UnchangedAsync(server.Address, feeds);
        var cold = await StoredAsync(folder, server.Address, feeds);
        var unchanged = await StoredAsync(folder, server.Address, feeds);
        Directory.Delete(folder, recursive: true);
        return
        [
            new Measure($"{feeds} feeds of {entries} entries stored, against the bare {bareCold:0.00} s", cold / bareCold, 2, "x"),
            new Measure($"Unchanged, against the bare {bareUnchanged:0.000} s", unchanged / bareUnchanged, 1.5, "x"),
        ];
    }

    // Until the last source is stored: understanding and matching follow under limits of their own.
    private static async Task<double> StoredAsync(string folder, string address, int feeds)
    {
        using var host = await CollectScenario.BuildAsync(folder, address, feeds);
        host.Services.GetRequiredService<Migrator>().Migrate();
        var last = new LastReport();
        var started = Stopwatch.GetTimestamp();
        await host.Services.GetRequiredService<CollectEntries>().RunAsync(CollectScenario.SourcesOf(host), last, CancellationToken.None);
        return Stopwatch.GetElapsedTime(started, last.At).TotalSeconds;
    }

    private sealed class LastReport : IProgress<SourceOutcome>
    {
        private long _at;

        public long At => Interlocked.Read(ref _at);

        public void Report(SourceOutcome value) => Interlocked.Exchange(ref _at, Stopwatch.GetTimestamp());
    }
}
