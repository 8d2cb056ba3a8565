using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Entries that are stored but not yet understood and matched.</summary>
internal static class PendingEntries
{
    // Oldest first, so that the order of collecting does not decide which entry founds a release.
    private const string NextSql = $"""
        select {EntryRow.Columns}
        from entry e join source s on s.id = e.source_id
        where e.pending = 1
        order by e.published_at nulls last, e.url, e.id
        limit @limit
        """;

    private const string TwinsSql = """
        select release_id as ReleaseId, publisher as Publisher, coalesce(published_at, first_seen_at) as Day
        from entry
        where content_hash = @hash and release_id is not null and id <> @id
        order by release_id, id
        """;

    private const string FoundReleaseSql = "insert into release (created_at) values (@at) returning id";

    private const string JoinSql = "update entry set release_id = @releaseId, joined_because = @because where id = @id";

    private const string DoneSql = "update entry set pending = 0 where id = @id";

    public static IReadOnlyList<PendingEntry> Next(DbConnection connection, int limit) =>
        [.. connection.Query<EntryRow>(NextSql, new { limit }).Select(row => new PendingEntry(
            row.Id, row.Source, row.Publisher, row.ToEntry(), row.ContentHash, row.ToEntry().Published?.At ?? row.FirstSeen, row.ReleaseId is not null))];

    /// <returns>Entries of releases with the same text, the oldest release first.</returns>
    public static IReadOnlyList<TextTwin> Twins(DbConnection connection, PendingEntry entry) =>
        entry.ContentHash is null
            ? []
            : [.. connection.Query<TwinRow>(TwinsSql, new { hash = entry.ContentHash, id = entry.Id })
                .Select(row => new TextTwin(row.ReleaseId, row.Publisher, StoredTime.FromStorage(row.Day)))];

    public static long FoundRelease(DbConnection connection, DateTimeOffset at) =>
        connection.ExecuteScalar<long>(FoundReleaseSql, new { at = at.ToStorage() });

    public static void Join(DbConnection connection, long id, long releaseId, IReadOnlyList<string> because) =>
        connection.Execute(JoinSql, new { id, releaseId, because = because.ToStorage() });

    public static void Done(DbConnection connection, long id) => connection.Execute(DoneSql, new { id });

    private sealed record TwinRow
    {
        public long ReleaseId { get; init; }
        public string Publisher { get; init; } = "";
        public string Day { get; init; } = "";
    }
}
