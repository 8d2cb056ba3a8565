using System.Diagnostics;
using DigestWorker.Bench.Synthetic;

namespace DigestWorker.Bench.Composing;

/// <summary>Composing and keeping one edition: for a thousand subscribers who all differ, and for a hundred thousand who share profiles.</summary>
internal static class ComposeScenario
{
    private const int Areas = 42;

    public static async Task<Measure[]> RunAsync()
    {
        var (distinct, html) = await PublishAsync(1_000, subscriber => $"Area {subscriber}");
        var (shared, _) = await PublishAsync(100_000, subscriber => $"Area {subscriber % Areas}");
        return
        [
            new Measure("1,000 digests that all differ, composed and kept", distinct, 10, "s"),
            new Measure("  html of the largest", html / 1000.0, 40, "kB"),
            new Measure($"100,000 subscribers with some {Areas * 12} profiles, composed and kept", shared, 60, "s"),
            new Measure("  peak memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 500, "MB"),
        ];
    }

    private static async Task<(double Seconds, int LargestHtml)> PublishAsync(int subscribers, Func<int, string> area)
    {
        using var published = await PublishedEdition.OfAsync(subscribers, area);
        return (published.Seconds, published.LargestHtml);
    }
}
