using System.Globalization;
using System.Text.Json;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Monday;

/// <summary>One Monday: an edition of a realistic week composed and queued for people of a thousand different wishes, for ten times as many each time.</summary>
internal static class MondayScenario
{
    private const int Entries = 150, Smallest = 10_000, Million = 1_000_000;

    // A million in fifteen minutes, of which the profiles may take as much as they do for ten thousand.
    private const double MostMinutes = 15, MostSecondsOfProfiles = 20, MostMegabytes = 1_000, MostGrowth = 1.2;

    public static async Task<Measure[]> RunAsync(int most)
    {
        var (measures, smallest) = (new List<Measure>(), (MondayCounts?)null);
        for (var people = Smallest; people <= most; people *= 10)
        {
            var counts = await OneAsync(people);
            measures.AddRange(Told(people, counts, smallest ??= counts));
        }

        return [.. measures];
    }

    private static async Task<MondayCounts> OneAsync(int people)
    {
        var folder = Directory.CreateTempSubdirectory("digestworker-monday-").FullName;
        using var database = new MondayDatabase();
        await FillAsync(folder, database, people);
        var counts = JsonSerializer.Deserialize<MondayCounts>(await ProgramRun.SaidAsync(folder, "DigestWorker.Bench.dll", MondayEdition.Verb, YearsScenario.SettingsIn(folder)))!;
        Directory.Delete(folder, recursive: true);
        return counts.Queued == people && counts.Profiles == MondayPeople.Profiles
            ? counts
            : throw new InvalidOperationException($"Of {people} people {counts.Queued} have a digest, in {counts.Profiles} profiles.");
    }

    private static async Task FillAsync(string folder, MondayDatabase database, int people)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var host = YearsScenario.Build(folder, LastWeek(now), ("https://digest.example.org", database.Storage));
        host.Services.GetRequiredService<Database>().Migrate();
        var (settings, tables) = (host.Services.GetRequiredService<DigestSettings>(), host.Services.GetRequiredService<Database>());
        MondayPeople.AddOldReleases(tables, EditionWeek.LastComplete(now));
        await host.Services.GetRequiredService<CollectEntries>().RunAsync(settings.Sources, null, CancellationToken.None);
        MondayPeople.Add(tables, settings, EditionWeek.LastComplete(now), people);
        SqliteConnection.ClearAllPools();
    }

    // Two of three are told of one area.
    private static IEnumerable<SyntheticEntry> LastWeek(DateTimeOffset now) => ComposeScenario.LastWeek(now, Entries).Select((entry, at) =>
        at % 3 == 0 ? entry : entry with { Title = $"{MondayPeople.Areas[at * 2 / 3 % MondayPeople.Areas.Length]}: {entry.Title}" });

    private static IEnumerable<Measure> Told(int people, MondayCounts counts, MondayCounts smallest)
    {
        var (name, each) = ($"{MondayDatabase.Kind}, {people:N0} subscribers", counts.Seconds * 1000 / counts.Queued);
        var most = MostSecondsOfProfiles + ((MostMinutes * 60 - MostSecondsOfProfiles) * people / Million);
        yield return new Measure($"{name}: composed and queued", counts.Seconds, most, "s")
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"{counts.Profiles:N0} profiles; {each:0.000} ms and {counts.DatabaseMegabytes * 1024 / counts.Queued:0.0} kB of database a subscriber; sent at {counts.MailsPerSecond:N0} a second, so that a million takes {Million / counts.MailsPerSecond / 60:0} min"),
        };
        yield return new Measure($"  {name}: peak memory", counts.Megabytes, MostMegabytes, "MB");
        if (counts != smallest)
        {
            var oneMore = (counts.Seconds - smallest.Seconds) * 1000 / (counts.Queued - smallest.Queued);
            yield return new Measure($"  {name}: time of one, times that of one of {Smallest:N0}", each / (smallest.Seconds * 1000 / smallest.Queued), MostGrowth, "x")
            {
                Detail = string.Create(CultureInfo.InvariantCulture, $"each beyond the smallest {oneMore:0.000} ms, profiles aside"),
            };
        }
    }
}
