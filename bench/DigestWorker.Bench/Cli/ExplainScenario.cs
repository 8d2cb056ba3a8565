using System.Text.Json;
using Dapper;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Cli;

/// <summary>What an admin asks of a service that has run for two years: the whole program, once for each question.</summary>
internal static class ExplainScenario
{
    private const int PerDay = 130, PerRelease = 2, Runs = 3;

    private const string FillSql = """
        create temp table n as
            with recursive counted(value) as (select 1 union all select value + 1 from counted where value < @entries) select value from counted;
        insert into source (id, name, url, first_read_at) select value, 'source ' || value, 'https://example.org/' || value, '2020-01-01T00:00:00Z' from temp.n where value <= 40;
        insert into release (id, created_at) select value, '2020-01-01T00:00:00Z' from temp.n where value <= @entries / @perRelease + 1;
        insert into entry (id, source_id, publisher, url, title, summary, content, first_version, first_seen_at, published_at, published_precision, news_at, pending, release_id)
            select value, 1 + value % 40, 'outlet ' || value % 40, 'https://example.org/e/' || value, 'Statistics number ' || value || ' on safeguarding', 'Counted 1,204 cases.',
                   replace(hex(zeroblob(600)), '00', 'ab '), x'00', day, day, 'Instant', day, 0, 1 + value / @perRelease
            from (select value, strftime('%Y-%m-%dT%H:%M:%SZ', @last, '-' || ((@entries - value) / @perDay) || ' days') as day from temp.n);
        insert into label (entry_id, type, value, score, because) select id, 'Kind', 'Statistics', 0, '[]' from entry;
        insert into label (entry_id, type, value, score, because) select e.id, 'Topic', t.value, 9, '["x"]' from entry e join json_each(@topics) t on e.id % 12 = t.key;
        insert into figure (entry_id, ordinal, value, unit, printed, what, standing, exactness, quotation, salience, shown)
            select id, ordinal.column1, 1204, 'Count', '1,204', 'cases', 'Current', 'Exact', 'Counted 1,204 cases.', 3, 1 from entry, (values (0), (1), (2)) ordinal
        """;

    public static async Task<Measure[]> RunAsync(int entries, int subscribers)
    {
        using var folder = new BenchFolder();
        Fill(folder, entries, subscribers);
        await File.WriteAllTextAsync(folder.In("new.json"), """{ "Roles": { "headteacher": { "MinimumScore": 2.5 } } }""");
        var release = $"{1 + (entries / PerRelease)}";
        return
        [
            new($"explain among {entries:N0} entries", await BestAsync(folder, "explain", release), 1, "s"),
            new("  --subscriber, not wanted", await BestAsync(folder, "explain", release, "--subscriber", Address(3)), 1, "s"),
            new("  --role, wanted: its place among all", await BestAsync(folder, "explain", $"{entries / PerRelease}", "--role", "police"), 1, "s"),
            new("  --subscriber, too old", await BestAsync(folder, "explain", "17", "--subscriber", Address(3)), 1, "s"),
            new("  --help, for comparison", await BestAsync(folder, "explain", "--help"), 1, "s"),
            new($"settings rehearse for {subscribers:N0} subscribers", await BestAsync(folder, "settings", "rehearse", "new.json"), 10, "s"),
        ];
    }

    private static void Fill(BenchFolder folder, int entries, int subscribers)
    {
        using var host = SyntheticProgram.Build(folder, []);
        host.Services.GetRequiredService<Database>().Migrate();
        var settings = host.Services.GetRequiredService<DigestSettings>();
        var now = TimeProvider.System.GetUtcNow();
        host.Services.GetRequiredService<Database>().InTransaction(connection => connection.Execute(
            FillSql,
            new { entries, perRelease = PerRelease, perDay = PerDay, last = now.AddHours(-30).ToStorage(), topics = JsonSerializer.Serialize(settings.Topics.Take(12).Select(topic => topic.Id)) }));
        for (var at = 0; at < subscribers; at++)
        {
            host.Services.GetRequiredService<Subscribers>().Add(new Joiner(Address(at), null, [settings.Roles[at % settings.Roles.Count].Id], []), now.AddDays(-60));
        }
    }

    private static string Address(int at) => $"s{at}@school{at % 200}.example.org";

    private static async Task<double> BestAsync(BenchFolder folder, params string[] arguments)
    {
        var best = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            best = Math.Min(best, await ProgramRun.SecondsAsync(folder, arguments));
        }

        return best;
    }
}
