using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What matching knows of each entry, as text that only matching reads.</summary>
internal static class Traits
{
    private const string KeepSql = """
        insert into trait (entry_id, traits) values (@id, @traits)
        on conflict (entry_id) do update set traits = excluded.traits
        """;

    private const string OfEntriesSql = """
        select t.entry_id as EntryId, e.release_id as ReleaseId, t.traits as Text
        from trait t join entry e on e.id = t.entry_id
        where t.entry_id in @ids
        order by t.entry_id
        """;

    private const string OfReleasesSql = """
        select e.id as EntryId, e.release_id as ReleaseId, t.traits as Text
        from entry e join trait t on t.entry_id = e.id
        where e.release_id in @ids
        order by e.release_id, e.id
        """;

    public static void Keep(DbConnection connection, long id, string traits) => connection.Execute(KeepSql, new { id, traits });

    public static IReadOnlyList<KeptTraits> OfEntries(DbConnection connection, IEnumerable<long> ids) =>
        connection.Query<KeptTraits>(OfEntriesSql, new { ids }).AsList();

    public static IReadOnlyList<KeptTraits> OfReleases(DbConnection connection, IEnumerable<long> ids) =>
        connection.Query<KeptTraits>(OfReleasesSql, new { ids }).AsList();
}
