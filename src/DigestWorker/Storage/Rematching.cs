using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>
/// Takes entries out of their releases and has them placed anew, in their own order. Those whose text retention has taken
/// stay where they are: nothing more can be read of them.
/// </summary>
internal static class Rematching
{
    private const string HadSql = "select id, release_id from entry where release_id is not null and pending = 0";

    private const string BeginSql = """
        create temp table waiting as
            select id, row_number() over (order by substr(coalesce(published_at, first_seen_at), 1, 10), coalesce(url, ''), id) as place
            from entry where release_id is not null and pending = 0 and pruned = 0;
        update entry set release_id = null, match_score = null, compared_with = null, evidence = '[]', matched_by = 'Rules'
            where id in (select id from waiting);
        delete from near_release where entry_id in (select id from waiting)
        """;

    private const string WaitingSql = $"""
        select {EntryRow.Columns}
        from waiting w join entry e on e.id = w.id join source s on s.id = e.source_id
        order by w.place
        limit @limit
        """;

    private const string PlacedSql = "delete from waiting where id = @id";

    private const string RenameSql = """
        update entry set release_id = @kept where release_id = @made;
        update near_release set release_id = @kept where release_id = @made;
        update release set merged_into = null where id = @kept;
        update release set merged_into = @kept where merged_into = @made;
        delete from release where id = @made
        """;

    /// <returns>Entry to release, as it was.</returns>
    public static IReadOnlyDictionary<long, long> Begin(DbConnection connection)
    {
        var had = StandNow(connection);
        connection.Execute("drop table if exists waiting");
        connection.Execute(BeginSql);
        return had;
    }

    public static IReadOnlyList<PendingEntry> Waiting(DbConnection connection, int limit) =>
        PendingEntries.ToPending(connection.Query<EntryRow>(WaitingSql, new { limit }));

    public static void Placed(DbConnection connection, long id) => connection.Execute(PlacedSql, new { id });

    public static IReadOnlyDictionary<long, long> StandNow(DbConnection connection) =>
        connection.Query<(long Entry, long Release)>(HadSql).ToDictionary(row => row.Entry, row => row.Release);

    /// <summary>A release that was founded anew takes the id that it had.</summary>
    public static void Rename(DbConnection connection, long made, long kept) => connection.Execute(RenameSql, new { made, kept });

    public static string TitleOf(DbConnection connection, long entryId) =>
        connection.ExecuteScalar<string>("select title from entry where id = @entryId", new { entryId }) ?? "";
}
