using System.Diagnostics;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench.Collecting;

/// <summary>
/// Fetching, reading, recognising and storing, set against the bare work in the same rounds; understanding and matching have limits of their own.
/// A round is what a service does: it starts and reads everything, then finds at its next turns that nothing has changed.
/// </summary>
internal static class SourcesScenario
{
    private const int Turns = 5, UnchangedTurns = 9;

    public static async Task<Measure[]> RunAsync(int feeds, int entries)
    {
        await using var server = await FeedServer.StartAsync(feeds, entries);
        var (stored, unchanged, again) = (new List<Pair>(), new List<Pair>(), new List<Pair>());
        for (var round = 0; round < Turns; round++)
        {
            using var folder = new BenchFolder();
            using (var host = await LoopbackFeeds.BuildAsync(folder, server.Address, feeds))
            {
                host.Services.GetRequiredService<Database>().Migrate();
                using var bare = new BareLimit(server.Address, feeds);
                stored.Add(await StoredAsync(host, folder, bare));
                for (var turn = 0; turn < UnchangedTurns; turn++)
                {
                    var seconds = await LoopbackFeeds.StoreAsync(host, ReadState.Unchanged);
                    unchanged.Add(new Pair(seconds, await bare.UnchangedAsync()));
                    again.Add(new Pair(seconds, await bare.UnchangedAgainAsync()));
                }
            }

            SqliteConnection.ClearAllPools();
        }

        return
        [
            Pair.ToMeasure(stored, $"{feeds} feeds of {entries} entries stored", 2),
            Pair.ToMeasure(unchanged, "Unchanged", 1.5),
            Pair.ToMeasure(again, "  by a client whose connections are open, as the program's are: unchanged", 1.5),
        ];
    }

    private static async Task<Pair> StoredAsync(IHost host, BenchFolder folder, BareLimit bare)
    {
        var (stored, read) = (await LoopbackFeeds.StoreAsync(host, ReadState.Read), await bare.ReadAsync());
        return new Pair(stored, read + BareInsert.Run(folder.In("data/digestworker.db"), folder.In("bare.db")));
    }

    /// <summary>Seconds of the program beside those of the bare work.</summary>
    private sealed record Pair(double Program, double Bare)
    {
        public static Measure ToMeasure(List<Pair> pairs, string what, double limit) => new(
            $"{what}, times the bare work", Rounds.Median(pairs, pair => pair.Program / pair.Bare), limit, "x")
        {
            Detail = $"median of {pairs.Count}, {Rounds.Median(pairs, pair => pair.Program):0.000} s against {Rounds.Median(pairs, pair => pair.Bare):0.000} s",
        };
    }
}
