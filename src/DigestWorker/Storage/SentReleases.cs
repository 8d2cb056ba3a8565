using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What subscribers have had already.</summary>
internal sealed class SentReleases(Database database)
{
    // What became of an old digest is not kept; it was sent. The last line alone would say less, and keeps all that is old from being looked up.
    private const string SentSql = $"""
        select s.subscriber_id as SubscriberId, coalesce(r.merged_into, r.id) as ReleaseId, s.version as Version
        from digest_release s
        join release r on r.id = s.release_id
        join digest d on d.id = s.digest_id
        join edition e on e.id = d.edition_id
        left join delivery v on v.digest_id = d.id
        where (v.id is null or not ({OvertakenDigests.Condition})) and s.subscriber_id in @ids and coalesce(r.merged_into, r.id) >= @from
          and (s.release_id >= @from or s.release_id in (select id from release where merged_into >= @from))
        """;

    /// <param name="week">The edition that is to be composed; what it overtakes was not sent.</param>
    /// <returns>By subscriber: the releases, from the given id on, that each was sent, in the version that was sent.</returns>
    public ILookup<long, SentRelease> Of(EditionWeek week, IEnumerable<long> subscribers, long from)
    {
        using var connection = database.Open();
        return connection.Query<SentRow>(SentSql, new { week = week.ToString(), ids = subscribers, from })
            .ToLookup(row => row.SubscriberId, row => new SentRelease(row.ReleaseId, (int)row.Version));
    }

    private sealed record SentRow
    {
        public long SubscriberId { get; init; }
        public long ReleaseId { get; init; }
        public long Version { get; init; }
    }
}
