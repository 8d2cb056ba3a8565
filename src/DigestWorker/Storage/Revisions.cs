using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How entries changed. A change that the publisher noted is kept once, whichever source tells of it.</summary>
internal static class Revisions
{
    private const string AddSql = """
        insert into revision (entry_id, seen_at, noted_at, version_hash, substantive, summary, note)
        values (@id, @at, @notedAt, @hash, @substantive, @summary, @note)
        on conflict do nothing
        """;

    private const string NotesSql = "select noted_at from revision where entry_id = @id and noted_at is not null";

    private const string VersionsSql = """
        select first_version as Hash, first_seen_at as SeenAt from entry where id = @id
        union all
        select version_hash, seen_at from (select version_hash, seen_at from revision where entry_id = @id and version_hash is not null order by seen_at, id) later
        """;

    private const string OfSql = """
        select entry_id as EntryId, seen_at as SeenAt, substantive as Substantive, summary as Summary, note as Note
        from revision
        where entry_id in @ids
        order by entry_id, seen_at, id
        """;

    public static void Add(DbConnection connection, NewRevision added) => connection.Execute(AddSql, new
    {
        id = added.EntryId,
        at = added.Revision.SeenAt.ToStorage(),
        notedAt = added.NotedAt?.ToStorage(),
        hash = added.VersionHash,
        substantive = added.Revision.Substantive ? 1 : 0,
        summary = added.Revision.Summary,
        note = added.Revision.Note,
    });

    /// <returns>The instants of the publisher's notes that are known.</returns>
    public static IReadOnlySet<DateTimeOffset> NotedAt(DbConnection connection, long id) =>
        connection.Query<string>(NotesSql, new { id }).Select(StoredTime.FromStorage).ToHashSet();

    /// <returns>The versions that the entry went through, oldest first, each by its hash with the instant that it was first seen.</returns>
    public static IReadOnlyList<(byte[] Hash, DateTimeOffset SeenAt)> Versions(DbConnection connection, long id) =>
        [.. connection.Query<VersionRow>(VersionsSql, new { id }).Select(row => (row.Hash, StoredTime.FromStorage(row.SeenAt)))];

    public static ILookup<long, Revision> Of(DbConnection connection, IReadOnlyList<long> ids) =>
        connection.Query<Row>(OfSql, new { ids }).ToLookup(
            row => row.EntryId,
            row => new Revision(StoredTime.FromStorage(row.SeenAt), row.Substantive == 1, row.Summary, row.Note));

    private sealed record VersionRow
    {
        public byte[] Hash { get; init; } = [];
        public string SeenAt { get; init; } = "";
    }

    private sealed record Row(long EntryId, string SeenAt, long Substantive, string Summary, string? Note);
}

/// <param name="NotedAt">The instant of the publisher's note; null where it made none.</param>
/// <param name="VersionHash">The version that came with it; null where only a note tells.</param>
internal sealed record NewRevision(long EntryId, Revision Revision, DateTimeOffset? NotedAt, byte[]? VersionHash);
