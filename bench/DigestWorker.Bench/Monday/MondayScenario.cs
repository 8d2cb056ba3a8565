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
    private const int Smallest = 10_000;

    public static async Task<Measure[]> RunAsync(int most)
    {
        var steps = new List<MondayCounts>();
        for (var people = Smallest; people <= most; people *= 10)
        {
            steps.Add(await OneAsync(people));
        }

        return [.. MondayGrowth.Measures(steps)];
    }

    private static async Task<MondayCounts> OneAsync(int people)
    {
        using var folder = new BenchFolder();
        using var database = new BenchDatabase();
        await FillAsync(folder, database, people);
        var counts = JsonSerializer.Deserialize<MondayCounts>(await ProgramRun.SaidAsync(folder, "DigestWorker.Bench.dll", MondayEdition.Verb, SyntheticProgram.SettingsIn(folder)))!;
        return counts.Queued == people && counts.Profiles == MondayPeople.Profiles
            ? counts
            : throw new InvalidOperationException($"Of {people} people {counts.Queued} have a digest, in {counts.Profiles} profiles.");
    }

    private static async Task FillAsync(BenchFolder folder, BenchDatabase database, int people)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var host = SyntheticProgram.Build(folder, LastWeek(now), ("https://digest.example.org", database.Storage));
        host.Services.GetRequiredService<Database>().Migrate();
        var (settings, tables) = (host.Services.GetRequiredService<DigestSettings>(), host.Services.GetRequiredService<Database>());
        MondayPeople.AddOldReleases(tables, EditionWeek.LastComplete(now));
        await host.Services.GetRequiredService<CollectEntries>().RunAsync(settings.Sources, null, CancellationToken.None);
        MondayPeople.Add(tables, settings, EditionWeek.LastComplete(now), people);
        SqliteConnection.ClearAllPools();
    }

    // Two of three are told of one area.
    private static IEnumerable<SyntheticEntry> LastWeek(DateTimeOffset now) => SyntheticWeek.Before(now, PublishedEdition.BusyWeek).Select((entry, at) =>
        at % 3 == 0 ? entry : entry with { Title = $"{MondayPeople.Areas[at * 2 / 3 % MondayPeople.Areas.Length]}: {entry.Title}" });
}
