using DigestWorker.Bench.Collecting;
using DigestWorker.Bench.Matching;
using DigestWorker.Bench.Sending;

namespace DigestWorker.Bench;

/// <summary>What one more costs where there are ten times and a hundred times as many: collecting, matching and sending.</summary>
internal static class GrowthScenario
{
    private const double MostGrowth = 1.5, MostGrowthOfMatching = 3;

    private static readonly int[] Times = [10, 100];

    public static async Task<Measure[]> RunAsync() =>
    [
        .. await EachAsync("A feed of 50 entries stored, of {0} feeds", (10, MostGrowth), CollectScenario.MillisecondsAFeedAsync),
        .. await EachAsync("An entry placed among {0}, p95", (1_000, MostGrowthOfMatching), MatchingScenario.P95Async),
        .. await EachAsync("A mail sent, of {0} mails", (2_000, MostGrowth), SendScenario.MillisecondsAMailAsync),
    ];

    private static async Task<List<Measure>> EachAsync(string what, (int Smallest, double Limit) growth, Func<int, Task<double>> milliseconds)
    {
        // The first run is compiled while it runs, and would flatter all others.
        await milliseconds(growth.Smallest);
        var (measures, first) = (new List<Measure>(), await milliseconds(growth.Smallest));
        foreach (var count in Times.Select(times => times * growth.Smallest))
        {
            var each = await milliseconds(count);
            measures.Add(new Measure($"{string.Format(null, what, $"{count:N0}")}, times the smallest", each / first, growth.Limit, "x") { Detail = $"{each:0.000} ms each, {first:0.000} ms of {growth.Smallest:N0}" });
        }

        return measures;
    }
}
