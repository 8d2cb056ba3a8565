using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Which entry stands in which release, why, and what other releases it has to do with.</summary>
internal static class Memberships
{
    private const string FoundSql = "insert into release (created_at) values (@at) returning id";

    private const string JoinSql = """
        update entry set release_id = @releaseId, match_score = @Score, matched_by = @by, evidence = @evidence, compared_with = @ComparedWith where id = @id
        """;

    private const string ClearNearSql = "delete from near_release where entry_id = @id";

    private const string AddNearSql = """
        insert into near_release (entry_id, release_id, type, score, evidence) values (@id, @ReleaseId, @type, @Score, @evidence)
        """;

    private const string MergeSql = """
        update release set merged_into = @into where id = @id or merged_into = @id;
        update entry set release_id = @into where release_id = @id;
        update near_release set release_id = @into
        where release_id = @id and not exists (select 1 from near_release o where o.entry_id = near_release.entry_id and o.release_id = @into);
        delete from near_release where release_id = @id
        """;

    private const string NearSql = """
        select entry_id as EntryId, release_id as ReleaseId, type as Type, score as Score, evidence as Evidence
        from near_release where entry_id in @ids
        order by entry_id, score desc, release_id
        """;

    private const string ReleasesNearSql = """
        select distinct e.release_id from near_release n join entry e on e.id = n.entry_id
        where n.release_id = @id and e.release_id is not null
        """;

    private const string StandInSql = "select id, release_id from entry where release_id in @ids order by id";

    private const string ReleaseOfSql = "select release_id from entry where id = @id";

    private const string HasOthersSql = "select exists (select 1 from entry e join entry o on o.release_id = e.release_id and o.id <> e.id where e.id = @id)";

    /// <returns>True for an entry that shares its release.</returns>
    public static bool HasOthers(DbConnection connection, long entryId) => connection.ExecuteScalar<bool>(HasOthersSql, new { id = entryId });

    public static long Found(DbConnection connection, DateTimeOffset at) =>
        connection.ExecuteScalar<long>(FoundSql, new { at = at.ToStorage() });

    public static void Join(DbConnection connection, long id, long releaseId, Membership membership) => connection.Execute(JoinSql, new
    {
        id,
        releaseId,
        membership.Score,
        by = membership.By.ToString(),
        evidence = StoredEvidence.ToStorage(membership.Evidence),
        membership.ComparedWith,
    });

    public static void ReplaceNear(DbConnection connection, long id, IEnumerable<NearRelease> near)
    {
        connection.Execute(ClearNearSql, new { id });
        foreach (var release in near)
        {
            connection.Execute(AddNearSql, new
            {
                id,
                release.ReleaseId,
                type = release.Type.ToString(),
                release.Score,
                evidence = StoredEvidence.ToStorage(release.Evidence),
            });
        }
    }

    /// <summary>Marks a release that has lost its members to another; entries beyond those that were weighed go with them.</summary>
    public static void Merge(DbConnection connection, long id, long into) => connection.Execute(MergeSql, new { id, into });

    public static ILookup<long, NearRelease> Near(DbConnection connection, IEnumerable<long> ids) =>
        connection.Query<NearRow>(NearSql, new { ids }).ToLookup(row => row.EntryId, row => new NearRelease(
            row.ReleaseId, Enum.Parse<NearType>(row.Type), row.Score, StoredEvidence.FromStorage(row.Evidence)));

    /// <returns>The releases of the entries that tell of this one too, or may belong to it.</returns>
    public static IReadOnlyList<long> ReleasesNear(DbConnection connection, long id) =>
        connection.Query<long>(ReleasesNearSql, new { id }).AsList();

    /// <returns>Entry id to release id, for all entries of these releases.</returns>
    public static IReadOnlyDictionary<long, long> StandIn(DbConnection connection, IEnumerable<long> releases) =>
        connection.Query<(long Entry, long Release)>(StandInSql, new { ids = releases }).ToDictionary(row => row.Entry, row => row.Release);

    public static long? ReleaseOf(DbConnection connection, long entryId) =>
        connection.ExecuteScalar<long?>(ReleaseOfSql, new { id = entryId });

    private sealed record NearRow(long EntryId, long ReleaseId, string Type, double Score, string Evidence);
}
