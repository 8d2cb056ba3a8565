using System.Data.Common;
using System.Diagnostics;
using Dapper;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Traits;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Matching;

/// <summary>Placing one entry among few and among many stored ones.</summary>
internal static class MatchingScenario
{
    private const int Looked = 300, PerRelease = 3, Dense = 2_500;

    private const double MostGrowth = 3;

    public static async Task<Measure[]> RunAsync(int few, int many)
    {
        // The first run is compiled while it runs, and would flatter the ratio.
        await P95Async(few);
        var small = await P95Async(few);
        var large = await P95Async(many);
        return
        [
            new Measure($"Placing one entry among {many:N0}, p95", large, 5, "ms"),
            new Measure($"  times the time among {few:N0}", large / small, MostGrowth, "x"),
            new Measure("  memory", Process.GetCurrentProcess().WorkingSet64 / 1048576.0, 300, "MB"),
        ];
    }

    /// <summary>
    /// Twenty times as many a day, as 5,000 sources bring them: more of them are near enough in time to be compared. Beside as many days
    /// of the usual number, which shows what the crowd costs, and beside fewer days of the same, which shows what the archive costs.
    /// </summary>
    public static async Task<Measure[]> DenseAsync(int sparse, int dense)
    {
        await P95Async(sparse);
        var (usual, young, crowded) = (await P95Async(sparse), await P95Async(sparse, Dense), await P95Async(dense, Dense));
        return
        [
            new Measure($"Placing one entry among {dense:N0} of {Dense:N0} a day, p95", crowded, 15, "ms"),
            new Measure($"  times the time among {sparse:N0} of {SyntheticArchive.ADay} a day", crowded / usual, 6, "x"),
            new Measure($"  times the time among {sparse:N0} of {Dense:N0} a day", crowded / young, MostGrowth, "x"),
        ];
    }

    public static Task<double> P95Async(int stored) => P95Async(stored, SyntheticArchive.ADay);

    /// <returns>Milliseconds.</returns>
    private static Task<double> P95Async(int stored, int aDay)
    {
        using var folder = new BenchFolder();
        using var host = SyntheticProgram.Build(folder, []);
        host.Services.GetRequiredService<Database>().Migrate();
        var database = host.Services.GetRequiredService<Database>();
        var archive = new SyntheticArchive(host.Services.GetRequiredService<TraitReader>(), host.Services.GetRequiredService<EntryClassifier>(), aDay);
        database.InTransaction(connection => Fill(connection, archive.All(stored)));
        GC.Collect();
        var place = host.Services.GetRequiredService<PlaceEntry>();
        var times = database.InTransaction(connection => Look(connection, place, archive, stored), keep: false);
        return Task.FromResult(times.Order().ElementAt((int)(times.Count * 0.95)));
    }

    private static List<double> Look(DbConnection connection, PlaceEntry place, SyntheticArchive archive, int stored)
    {
        var times = new List<double>();
        using var members = new StoredMembers(connection);
        foreach (var member in archive.All(stored + (2 * Looked)).Skip(stored))
        {
            Insert(members.Statements, member, release: null);
            var started = Stopwatch.GetTimestamp();
            place.Run(members, member);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times[Looked..];
    }

    private static void Fill(DbConnection connection, IEnumerable<Member> members)
    {
        connection.Execute("insert into source (id, name, url) values (1, 'bench', 'https://example.org')");
        connection.Execute("create temp table loaded (key integer, day integer, entry_id integer)");
        using var statements = new Statements(connection);
        foreach (var member in members)
        {
            var release = ((member.EntryId - 1) / PerRelease) + 1;
            statements["insert or ignore into release (id, created_at) values (@release, '2026-01-01T00:00:00Z')"].Run(("@release", release));
            Insert(statements, member, release);
            Traits.Keep(statements, member.EntryId, TraitText.Of(member.Traits));
            foreach (var key in BlockingKeys.Of(member.Traits))
            {
                statements["insert into temp.loaded values (@hash, @day, @id)"].Run(("@hash", key.Hash), ("@day", member.Traits.Day), ("@id", member.EntryId));
            }
        }

        // In the order of the tree, which is many times quicker than at random.
        connection.Execute("insert into block_key select distinct key, day, entry_id from temp.loaded order by key, day, entry_id");
    }

    private static void Insert(Statements statements, Member member, long? release) => statements["""
        insert into entry (id, source_id, publisher, title, summary, content, first_version, first_seen_at, pending, release_id)
        values (@id, 1, 'bench', 't', '', '', x'00', '2026-01-01T00:00:00Z', 0, @release)
        """].Run(("@id", member.EntryId), ("@release", release));
}
