using System.Diagnostics;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench.Synthetic;

/// <summary>An edition of a week's entries that waits to be sent.</summary>
/// <param name="Seconds">What composing and keeping it took.</param>
internal sealed record PublishedEdition(IHost Host, BenchFolder Folder, double Seconds, int LargestHtml) : IDisposable
{
    /// <summary>As many as a busy week brings.</summary>
    public const int BusyWeek = 150;

    public IServiceProvider Services => Host.Services;

    /// <param name="area">Of each subscriber.</param>
    public static async Task<PublishedEdition> OfAsync(int subscribers, Func<int, string> area, int entries = BusyWeek, (string? PublicUrl, object? Storage) chosen = default)
    {
        var (folder, now) = (new BenchFolder(), TimeProvider.System.GetUtcNow());
        IHost? host = null;
        try
        {
            host = SyntheticProgram.Build(folder, SyntheticWeek.Before(now, entries), chosen);
            await FillAsync(host.Services, now, settings => Joiners(settings, subscribers, area));
            return Publish(host, folder, now, subscribers);
        }
        catch
        {
            host?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Host.Dispose();
        Folder.Dispose();
    }

    private static async Task FillAsync(IServiceProvider services, DateTimeOffset now, Func<DigestSettings, List<Joiner>> joiners)
    {
        services.GetRequiredService<Database>().Migrate();
        var settings = services.GetRequiredService<DigestSettings>();
        await services.GetRequiredService<CollectEntries>().RunAsync(settings.Sources, null, CancellationToken.None);
        services.GetRequiredService<Teams>().Add("team", joiners(settings), (Actor.Admin, now));
    }

    private static PublishedEdition Publish(IHost host, BenchFolder folder, DateTimeOffset now, int subscribers)
    {
        var started = Stopwatch.GetTimestamp();
        var report = host.Services.GetRequiredService<PublishEdition>().Run(EditionWeek.LastComplete(now), _ => true, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return report.Digests.Count == subscribers
            ? new PublishedEdition(host, folder, seconds, report.Digests.Max(digest => digest.Profile.Html.Length))
            : throw new InvalidOperationException($"Of {subscribers} subscribers {report.Digests.Count} have a digest.");
    }

    private static List<Joiner> Joiners(DigestSettings settings, int count, Func<int, string> area) =>
        [.. Enumerable.Range(0, count).Select(at => new Joiner($"reader{at}@example.org", null, [settings.Roles[at % settings.Roles.Count].Id], [area(at)]))];
}
