using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What the digests of one subscriber held.</summary>
internal sealed class DigestReleases(Database database)
{
    private const string OfSql = $"""
        select e.week as Week, coalesce(r.merged_into, r.id) as ReleaseId, s.version as Version, s.position as Position
        from digest_release s
        join release r on r.id = s.release_id
        join digest d on d.id = s.digest_id
        join edition e on e.id = d.edition_id
        left join delivery v on v.digest_id = d.id
        where (v.id is null or not ({OvertakenDigests.Condition})) and s.subscriber_id = @id
        order by e.week, s.position
        """;

    private const string WindowSql = """
        select d.window_from as "From", d.window_to as "To",
               not exists (select 1 from digest o where o.subscriber_id = d.subscriber_id and o.window_to < d.window_to) as First
        from digest d
        where d.edition_id = @edition and d.subscriber_id = @id
        """;

    /// <param name="week">The edition that is asked about; what it overtakes was not sent.</param>
    public IReadOnlyList<DigestRelease> Of(long subscriberId, EditionWeek week)
    {
        using var connection = database.Open();
        return [.. connection.Query<Row>(OfSql, new { id = subscriberId, week = week.ToString() })
            .Select(row => new DigestRelease(EditionWeek.Parse(row.Week)!, new SentRelease(row.ReleaseId, (int)row.Version), (int)row.Position))];
    }

    /// <returns>What the subscriber's digest in this edition covered; null where there is none.</returns>
    public DigestWindow? Window(long editionId, long subscriberId)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<WindowRow>(WindowSql, new { edition = editionId, id = subscriberId })?.ToWindow();
    }

    private sealed record Row
    {
        public string Week { get; init; } = "";
        public long ReleaseId { get; init; }
        public long Version { get; init; }
        public long Position { get; init; }
    }

    private sealed record WindowRow
    {
        public string From { get; init; } = "";
        public string To { get; init; } = "";
        public long First { get; init; }

        public DigestWindow ToWindow() => new(StoredTime.FromStorage(From), StoredTime.FromStorage(To), First == 1);
    }
}

/// <param name="Position">From 0, as the digest shows them.</param>
internal sealed record DigestRelease(EditionWeek Week, SentRelease Release, int Position);
