using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace DigestWorker.Bench.Micro;

/// <summary>Everything that BenchmarkDotNet measures here; its own tables say mean, ratio and bytes.</summary>
internal static class MicroBenchmarks
{
    public static Task<Measure[]> RunAsync()
    {
        var reports = BenchmarkRunner.Run(
            [typeof(FeedBenchmarks), typeof(UnderstandBenchmarks), typeof(MatchingBenchmarks), typeof(ComposeBenchmarks)], new MicroConfig());
        var feeds = reports[0].Reports.ToLookup(report => report.BenchmarkCase.Parameters["Format"]!.ToString()!);
        return Task.FromResult<Measure[]>([.. feeds.SelectMany(Ratios), .. reports.SelectMany(summary => summary.Reports).SelectMany(Costs)]);
    }

    private static IEnumerable<Measure> Costs(BenchmarkReport report)
    {
        var (which, name) = (report.BenchmarkCase, report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo);
        var what = which.HasParameters ? $"{name} ({which.Parameters.ValueInfo.Trim('[', ']')})" : name;
        yield return new Measure($"{what}: time", report.ResultStatistics!.Mean / 1e3, null, "us");
        yield return new Measure($"{what}: allocated", report.GcStats.GetBytesAllocatedPerOperation(which).GetValueOrDefault() / 1024.0, null, "kB");
    }

    private static IEnumerable<Measure> Ratios(IGrouping<string, BenchmarkReport> format)
    {
        var seconds = Mean(format, nameof(FeedBenchmarks.Feed));
        yield return new Measure(
            $"Reading a feed of 50 entries ({format.Key}), entries made of it, against a bare walk over its bytes",
            seconds / Mean(format, nameof(FeedBenchmarks.BareXmlReader)), 1 / 0.6, "x");
        if (Feedparser.Seconds(FeedBenchmarks.Bytes(format.Key)) is { } python)
        {
            yield return new Measure($"  against Python's feedparser ({format.Key})", seconds * 100 / python, 5, "%");
        }
    }

    private static double Mean(IEnumerable<BenchmarkReport> reports, string method) =>
        reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method).ResultStatistics!.Mean / 1e9;
}
