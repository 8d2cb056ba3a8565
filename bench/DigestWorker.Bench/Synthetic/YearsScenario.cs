using System.Globalization;
using System.Text.Json;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench.Synthetic;

/// <summary>Eleven years of the same bodies publishing the same measures, run through the program: are the years told apart?</summary>
internal static class YearsScenario
{
    private const int Years = 11;
    private const double Bar = 0.95;

    public static async Task<Measure[]> RunAsync(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("digestworker-years-").FullName;
        var entries = new SyntheticEntries(seed).All(Years).ToList();
        using var host = Build(folder, entries);
        host.Services.GetRequiredService<Database>().Migrate();
        await host.Services.GetRequiredService<CollectEntries>()
            .RunAsync(host.Services.GetRequiredService<DigestSettings>().Sources, null, CancellationToken.None);
        var said = host.Services.GetRequiredService<Releases>().Since(null)
            .SelectMany(release => release.Entries.Select(entry => (Url: entry.Entry.Url!.AbsoluteUri, release.Id)))
            .ToDictionary(pair => pair.Url, pair => pair.Id, StringComparer.Ordinal);
        var score = PairScore.Of([.. entries.Select(entry => (entry.Release, said[entry.Url]))]);
        Directory.Delete(folder, recursive: true);
        return
        [
            new Measure($"{entries.Count} entries of eleven years, pairs missed or wrong (1 - F1)", 1 - score.F1, 1 - Bar, ""),
            new Measure("  of these, wrong among the joined (1 - precision)", 1 - score.Precision, 1 - Bar, ""),
        ];
    }

    public static IHost Build(string folder, IEnumerable<SyntheticEntry> entries, (string? PublicUrl, object? Storage) chosen = default)
    {
        var sources = entries.GroupBy(entry => entry.Publisher, StringComparer.Ordinal).Select(own => new
        {
            Name = own.Key,
            Url = new Uri(WriteFeed(folder, own.Key, own)).AbsoluteUri,
        }).ToList();
        var file = SettingsIn(folder);
        File.WriteAllText(file, JsonSerializer.Serialize(new { Sources = sources, Web = new { chosen.PublicUrl, Listen = "http://127.0.0.1:0" }, Storage = chosen.Storage ?? new { } }));
        return BenchHost.Of(file);
    }

    public static string SettingsIn(string folder) => Path.Combine(folder, "appsettings.json");

    private static string WriteFeed(string folder, string publisher, IEnumerable<SyntheticEntry> entries)
    {
        var file = Path.Combine(folder, publisher.Replace(' ', '-') + ".json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = publisher,
            items = entries.Select(entry => new
            {
                id = entry.Url,
                url = entry.Url,
                title = entry.Title,
                summary = entry.Summary,
                content_text = entry.Text,
                date_published = entry.Day.ToString("O", CultureInfo.InvariantCulture) + "T09:00:00Z",
            }),
        }));
        return file;
    }
}
