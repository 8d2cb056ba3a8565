using DigestWorker.Bench.Synthetic;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Matching;

/// <summary>Eleven years of the same bodies publishing the same measures, run through the program: are the years told apart?</summary>
internal static class YearsScenario
{
    private const int Years = 11;
    private const double Bar = 0.95;

    public static async Task<Measure[]> RunAsync(int seed)
    {
        using var folder = new BenchFolder();
        var entries = new SyntheticEntries(seed).All(Years).ToList();
        using var host = SyntheticProgram.Build(folder, entries);
        host.Services.GetRequiredService<Database>().Migrate();
        await host.Services.GetRequiredService<CollectEntries>()
            .RunAsync(host.Services.GetRequiredService<DigestSettings>().Sources, null, CancellationToken.None);
        var said = host.Services.GetRequiredService<Releases>().Since(null)
            .SelectMany(release => release.Entries.Select(entry => (Url: entry.Entry.Url!.AbsoluteUri, release.Id)))
            .ToDictionary(pair => pair.Url, pair => pair.Id, StringComparer.Ordinal);
        var score = PairScore.Of([.. entries.Select(entry => (entry.Release, said[entry.Url]))]);
        return
        [
            new Measure($"{entries.Count} entries of eleven years, pairs missed or wrong (1 - F1)", 1 - score.F1, 1 - Bar, ""),
            new Measure("  of these, wrong among the joined (1 - precision)", 1 - score.Precision, 1 - Bar, ""),
        ];
    }
}
