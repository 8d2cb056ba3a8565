using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Who asked to be told at once of statutory guidance, and what they were told.</summary>
internal sealed class AlertReaders(Database database)
{
    // What a digest has told is told no more.
    private const string AskedSql = """
        select s.id as Id, s.since as Since, coalesce(s.alerts_since, '') as AlertsSince,
               coalesce((select max(d.window_to) from digest d where d.subscriber_id = s.id), '') as ToldTo
        from subscriber s
        where s.alerts = 1 and s.state = 'Active' and s.ended_at is null
        """;

    private const string ToldSql = """
        select subscriber_id as SubscriberId, key as Key
        from letter
        where key >= 'alert:' and key < 'alert;' and composed_at > @since and subscriber_id is not null
        """;

    /// <returns>By subscriber id, from when on what is news has not been told.</returns>
    public IReadOnlyDictionary<long, DateTimeOffset> Asked()
    {
        using var connection = database.Open();
        return connection.Query<AskedRow>(AskedSql).ToDictionary(row => row.Id, row => StoredTime.FromStorage(row.Latest));
    }

    /// <returns>By subscriber id, the keys of the alerts written after an instant.</returns>
    public ILookup<long, string> Told(DateTimeOffset since)
    {
        using var connection = database.Open();
        return connection.Query<ToldRow>(ToldSql, new { since = since.ToStorage() }).ToLookup(row => row.SubscriberId, row => row.Key);
    }

    // An expression has no type where there is no row, so no constructor would do.
    private sealed record AskedRow
    {
        public long Id { get; init; }
        public string Since { get; init; } = "";
        public string AlertsSince { get; init; } = "";
        public string ToldTo { get; init; } = "";

        public string Latest => new[] { Since, AlertsSince, ToldTo }.Max(StringComparer.Ordinal)!;
    }

    private sealed record ToldRow(long SubscriberId, string Key);
}
