using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Entries that are stored but not yet understood and matched.</summary>
internal static class PendingEntries
{
    // In the order of Matching.Grouping.Member, so that most entries come after all that they are compared with.
    private const string NextSql = $"""
        select {EntryRow.Columns}
        from entry e join source s on s.id = e.source_id
        where e.pending = 1
        order by substr(coalesce(e.published_at, e.first_seen_at), 1, 10), coalesce(e.url, ''), e.id
        limit @limit
        """;

    private const string DoneSql = "update entry set pending = 0 where id = @id";

    public static IReadOnlyList<PendingEntry> Next(DbConnection connection, int limit) =>
        ToPending(connection.Query<EntryRow>(NextSql, new { limit }));

    public static IReadOnlyList<PendingEntry> ToPending(IEnumerable<EntryRow> rows) =>
        [.. rows.Select(row => new PendingEntry(
            row.Id, row.Source, row.Publisher, row.ToEntry(), row.ContentHash, row.ToEntry().Published?.At ?? row.FirstSeen, row.ReleaseId is not null))];

    public static void Done(DbConnection connection, long id) => connection.Execute(DoneSql, new { id });
}
