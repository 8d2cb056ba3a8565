using System.Diagnostics;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench;

/// <summary>
/// Fetching, reading, recognising and storing, set against the bare work in the same rounds; understanding and matching have limits of their own.
/// A round is what a service does: it starts and reads everything, then finds at its next turns that nothing has changed. These turns
/// come half an hour apart, long after the runtime has compiled for good what they run, so both sides go some turns before they count.
/// </summary>
internal static class SourcesScenario
{
    private const int Rounds = 5, UnchangedRounds = 9, UncountedRounds = 300;
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(1);

    public static async Task<Measure[]> RunAsync(int feeds, int entries)
    {
        await using var server = await FeedServer.StartAsync(feeds, entries);
        var (stored, unchanged) = (new List<Pair>(), new List<Pair>());
        for (var round = 0; round < Rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("digestworker-bench-").FullName;
            using (var host = await CollectScenario.BuildAsync(folder, server.Address, feeds))
            {
                host.Services.GetRequiredService<Migrator>().Migrate();
                stored.Add(await StoredAsync(host, folder, server.Address, feeds));
                unchanged.AddRange(await UnchangedAsync(host, (server.Address, feeds), round == 0));
            }

            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        return
        [
            Pair.ToMeasure(stored, $"{feeds} feeds of {entries} entries stored", 2),
            Pair.ToMeasure(unchanged, "Unchanged", 1.5),
        ];
    }

    private static async Task<List<Pair>> UnchangedAsync(IHost host, (string Address, int Feeds) server, bool isFirst)
    {
        var turns = new List<Pair>();
        var uncounted = isFirst ? UncountedRounds : 0;
        while (turns.Count < uncounted + UnchangedRounds)
        {
            await Task.Delay(turns.Count == uncounted ? Compiling : TimeSpan.Zero);
            turns.Add(new Pair(await StoreAsync(host), await BareLimit.UnchangedAsync(server.Address, server.Feeds)));
        }

        return turns[uncounted..];
    }

    private static async Task<Pair> StoredAsync(IHost host, string folder, string address, int feeds)
    {
        var stored = await StoreAsync(host);
        var bare = await BareLimit.ReadAsync(address, feeds);
        return new Pair(stored, bare + BareInsert.Run(Path.Combine(folder, "data", "digestworker.db"), Path.Combine(folder, "bare.db")));
    }

    private static async Task<double> StoreAsync(IHost host)
    {
        var started = Stopwatch.GetTimestamp();
        await host.Services.GetRequiredService<CollectEntries>().StoreAsync(CollectScenario.SourcesOf(host), null, CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Seconds of the program beside those of the bare work.</summary>
    private sealed record Pair(double Program, double Bare)
    {
        public static Measure ToMeasure(List<Pair> pairs, string what, double limit) => new(
            $"{what}, times the bare work", Median(pairs, pair => pair.Program / pair.Bare), limit, "x")
        {
            Detail = $"median of {pairs.Count}, {Median(pairs, pair => pair.Program):0.000} s against {Median(pairs, pair => pair.Bare):0.000} s",
        };

        private static double Median(List<Pair> pairs, Func<Pair, double> of) => pairs.Select(of).Order().ElementAt(pairs.Count / 2);
    }
}
