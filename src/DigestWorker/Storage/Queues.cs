using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What waits to be sent, of every edition, and the subscribers by state.</summary>
internal sealed class Queues(Database database)
{
    private const string DigestsSql = $"""
        select count(*) as Count, coalesce(min(composed_at), '') as Oldest from delivery where {Deliveries.Open}
        """;

    private const string LettersSql = "select count(*) from letter where state not in ('Sent', 'Failed', 'Suppressed')";

    private const string NewestSql = """
        select e.week from edition e where exists (select 1 from digest d where d.edition_id = e.id) order by e.week desc limit 1
        """;

    private const string StatesSql = """
        select state as State, count(*) as Count
        from subscriber
        where email <> '' and (ended_at is null or state = 'Unsubscribed')
        group by state
        """;

    public Queue Find()
    {
        using var connection = database.Open();
        var digests = connection.QuerySingle<DigestsRow>(DigestsSql);
        return new Queue((int)digests.Count, (int)connection.ExecuteScalar<long>(LettersSql), digests.Oldest.Length == 0 ? null : StoredTime.FromStorage(digests.Oldest));
    }

    /// <returns>The week of the newest edition that held a digest; null before the first.</returns>
    public EditionWeek? NewestEdition()
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<string?>(NewestSql) is { } week ? EditionWeek.Parse(week) : null;
    }

    public IReadOnlyDictionary<SubscriberState, int> Subscribers()
    {
        using var connection = database.Open();
        return connection.Query<StateRow>(StatesSql).ToDictionary(row => Enum.Parse<SubscriberState>(row.State), row => (int)row.Count);
    }

    private sealed record DigestsRow
    {
        public long Count { get; init; }
        public string Oldest { get; init; } = "";
    }

    private sealed record StateRow
    {
        public string State { get; init; } = "";
        public long Count { get; init; }
    }
}

/// <param name="Digests">That are still to be sent; those that are held wait for an admin and do not count.</param>
/// <param name="Oldest">When the one that has waited longest was composed; null where none waits.</param>
internal sealed record Queue(int Digests, int Letters, DateTimeOffset? Oldest);
