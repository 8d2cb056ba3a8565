using System.Diagnostics;
using System.Globalization;
using Dapper;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Domain;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Composing;

/// <summary>What it costs to find each subscriber's last digest among a year of them, asked by the thousand as composing does.</summary>
internal static class PastDigestsScenario
{
    private const int Subscribers = 10_000, Weeks = 55, Batch = 1_000;

    private const string EditionSql = "insert into edition (week, cut_off_at) values (@week, @at) returning id";

    private const string DigestsSql = """
        insert into digest (edition_id, subscriber_id, profile_id, window_from, window_to, why)
        select @id, id, (select min(id) from profile), @at, @at, 'You subscribed yourself.' from subscriber;
        insert into delivery (digest_id, recipient, message_id, composed_at, state, attempts, due_at, sent_at, reply)
        select id, 'reader@example.org', 'past-' || id || '@example.org', @at, 'Sent', 1, @at, @at, '250 2.0.0 fine' from digest where edition_id = @id
        """;

    public static async Task<Measure[]> RunAsync()
    {
        using var edition = await PublishedEdition.OfAsync(Subscribers, _ => "Area 1", entries: 10);
        var now = TimeProvider.System.GetUtcNow();
        var editions = edition.Services.GetRequiredService<Editions>();
        var few = MicrosecondsEach(editions, now);
        edition.Services.GetRequiredService<Database>().InTransaction(connection => Enumerable.Range(1, Weeks).ToList().ForEach(ago =>
        {
            var (week, at) = (EditionWeek.LastComplete(now.AddDays(-7 * ago)), now.AddDays(-7 * ago).ToStorage());
            var id = connection.ExecuteScalar<long>(EditionSql, new { week = week.ToString(), at });
            connection.Execute(DigestsSql, new { id, at });
        }));
        var many = MicrosecondsEach(editions, now);
        return
        [
            new Measure(string.Create(CultureInfo.InvariantCulture, $"The last digest of a subscriber among {Weeks + 1}"), many, 50, "us"),
            new Measure("  times that of one who has had a single one", many / few, 3, "x"),
        ];
    }

    private static double MicrosecondsEach(Editions editions, DateTimeOffset now)
    {
        Find(editions, now);
        var started = Stopwatch.GetTimestamp();
        var found = Find(editions, now);
        return found == Subscribers
            ? Stopwatch.GetElapsedTime(started).TotalMicroseconds / found
            : throw new InvalidOperationException($"Of {Subscribers} subscribers {found} have a last digest.");
    }

    private static int Find(Editions editions, DateTimeOffset now) => Enumerable.Range(0, Subscribers / Batch).Sum(at =>
        editions.LastDigests(EditionWeek.LastComplete(now), new IdRange((at * Batch) + 1, (at + 1) * Batch)).Count);
}
