using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How subscribers came to be: the teams that added them, and their own asking.</summary>
internal sealed class Origins
{
    private const string TeamsSql = """
        select m.subscriber_id as SubscriberId, t.name as Team, o.name as Organisation, coalesce(t.contact, o.contact) as Contact, m.since as Since
        from team_member m join team t on t.id = m.team_id left join organisation o on o.id = t.organisation_id
        where m.subscriber_id between @First and @Last
        order by m.subscriber_id, m.since, t.name
        """;

    // Whoever stopped and asked anew has asked since then.
    private const string AskedSql = """
        select a.subscriber_id as SubscriberId, a.since as AskedAt, s.since as Since
        from subscription a join subscriber s on s.id = a.subscriber_id
        where a.asked_by = 'Self' and a.subscriber_id between @First and @Last
        """;

    private readonly ILookup<long, AddedBy> _teams;
    private readonly Dictionary<long, DateTimeOffset> _asked;

    public Origins(DbConnection connection, IdRange range)
    {
        _teams = connection.Query<TeamRow>(TeamsSql, range).ToLookup(row => row.SubscriberId, row => row.ToAddedBy());
        _asked = connection.Query<AskedRow>(AskedSql, range).ToDictionary(row => row.SubscriberId, row => StoredTime.FromStorage(row.Latest));
    }

    public Subscriber Of(Subscriber subscriber) => subscriber with
    {
        AddedBy = _teams.Contains(subscriber.Id) ? [.. _teams[subscriber.Id]] : [],
        AskedSince = _asked.TryGetValue(subscriber.Id, out var since) ? since : null,
    };

    private sealed record TeamRow
    {
        public long SubscriberId { get; init; }
        public string Team { get; init; } = "";
        public string? Organisation { get; init; }
        public string? Contact { get; init; }
        public string Since { get; init; } = "";

        public AddedBy ToAddedBy() => new(Team, Organisation, Contact, StoredTime.FromStorage(Since));
    }

    private sealed record AskedRow
    {
        public long SubscriberId { get; init; }
        public string AskedAt { get; init; } = "";
        public string Since { get; init; } = "";

        public string Latest => string.CompareOrdinal(AskedAt, Since) > 0 ? AskedAt : Since;
    }
}
