using Dapper;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Cli;

/// <summary>How the service is, asked of a whole process beside a database of some years.</summary>
internal static class StatusScenario
{
    private const int Subscribers = 5_000, Sources = 48;

    private const string FillSql = """
        with recursive n(at) as (select 1 union all select at + 1 from n where at < @sources)
        insert into source (name, url, first_read_at, last_tried_at, last_success_at) select 'outlet ' || at, 'https://example.org/' || at, '2024-01-01T00:00:00Z', @now, @now from n;
        with recursive n(at) as (select 1 union all select at + 1 from n where at < @entries)
        insert into entry (source_id, publisher, title, summary, content, first_version, first_seen_at, pending)
        select (select max(id) from source) - at % @sources, 'Outlet', 'Title ' || at, 'Summary', printf('%.*c', 2000, 'x'), randomblob(32), strftime('%Y-%m-%dT%H:%M:%SZ', '2024-01-01', (at / 4) || ' hours'), 0 from n
        """;

    public static async Task<Measure[]> RunAsync(int entries)
    {
        using var published = await PublishedEdition.OfAsync(Subscribers, at => $"Area {at % 42}", entries: 50);
        published.Services.GetRequiredService<Database>().InTransaction(connection => connection.Execute(FillSql, new { entries, sources = Sources, now = TimeProvider.System.GetUtcNow().ToStorage() }));
        SqliteConnection.ClearAllPools();
        await ProgramRun.SecondsAsync(published.Folder, "status", "--json");
        return [new Measure($"status beside {entries:N0} entries and {Subscribers:N0} digests, the whole process", await ProgramRun.SecondsAsync(published.Folder, "status", "--json"), 1, "s")];
    }
}
