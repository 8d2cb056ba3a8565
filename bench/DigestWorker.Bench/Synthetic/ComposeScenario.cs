using System.Diagnostics;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench.Synthetic;

/// <summary>Composing and keeping one edition: for a thousand subscribers who all differ, and for a hundred thousand who share profiles.</summary>
internal static class ComposeScenario
{
    private const int Entries = 150, Areas = 42;

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
        using var published = await PublishedAsync(subscribers, area);
        return (published.Seconds, published.LargestHtml);
    }

    /// <summary>An edition that waits to be sent.</summary>
    public static async Task<Published> PublishedAsync(int subscribers, Func<int, string> area, int entries = Entries, (string? PublicUrl, object? Storage) chosen = default)
    {
        var folder = Directory.CreateTempSubdirectory("digestworker-compose-").FullName;
        var now = TimeProvider.System.GetUtcNow();
        var host = YearsScenario.Build(folder, LastWeek(now, entries), chosen);
        host.Services.GetRequiredService<Database>().Migrate();
        var settings = host.Services.GetRequiredService<DigestSettings>();
        await host.Services.GetRequiredService<CollectEntries>().RunAsync(settings.Sources, null, CancellationToken.None);
        host.Services.GetRequiredService<Teams>().Add("team", Joiners(settings, subscribers, area), (Actor.Admin, now));
        var started = Stopwatch.GetTimestamp();
        var report = host.Services.GetRequiredService<PublishEdition>().Run(EditionWeek.LastComplete(now), _ => true, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (report.Digests.Count != subscribers)
        {
            throw new InvalidOperationException($"Of {subscribers} subscribers {report.Digests.Count} have a digest.");
        }

        return new Published(host, folder, seconds, report.Digests.Max(digest => digest.Profile.Html.Length));
    }

    private static List<Joiner> Joiners(DigestSettings settings, int count, Func<int, string> area) =>
        [.. Enumerable.Range(0, count).Select(at => new Joiner($"reader{at}@example.org", null, [settings.Roles[at % settings.Roles.Count].Id], [area(at)]))];

    public static IEnumerable<SyntheticEntry> LastWeek(DateTimeOffset now, int entries)
    {
        var week = EditionWeek.LastComplete(now);
        return new SyntheticEntries(seed: 9).All(years: 1).Take(entries).Select((entry, at) => entry with { Day = week.Monday.AddDays(at % 7) });
    }

    internal sealed record Published(IHost Host, string Folder, double Seconds, int LargestHtml) : IDisposable
    {
        public IServiceProvider Services => Host.Services;

        public void Dispose()
        {
            Host.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
