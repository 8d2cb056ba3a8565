using System.Data.Common;

namespace DigestWorker.Storage;

/// <summary>What placing one entry asks many times over: who shares a key, where they stand, and what is known of them.</summary>
internal sealed class Placing(Statements statements)
{
    private const string HoldersSql = """
        select entry_id from block_key
        where key = @key and day between @from and @to and entry_id <> @id
        order by day, entry_id
        limit @most
        """;

    // Skips over them inside the database, which is many times quicker than reading them.
    private const string MoreSql = "select 1 from block_key where key = @key and day between @from and @to limit 1 offset @most";

    private const string ReleaseSql = "select release_id from entry where id = @id and release_id is not null";

    private const string TraitsSql = "select traits from trait where entry_id = @id";

    // Written as the index entry_release has it.
    private const string EarliestSql = """
        select id from entry
        where release_id = @release
        order by substr(coalesce(published_at, first_seen_at), 1, 10), coalesce(url, ''), id
        limit @most
        """;

    /// <returns>At most so many of the other entries that hold the key on these days, the earliest first.</returns>
    public IReadOnlyList<long> Holders(long key, (int From, int To) days, long except, int most) =>
        statements[HoldersSql].List(Number, ("@key", key), ("@from", days.From), ("@to", days.To), ("@id", except), ("@most", most));

    public bool MoreHold(long key, (int From, int To) days, int most) =>
        statements[MoreSql].List(Number, ("@key", key), ("@from", days.From), ("@to", days.To), ("@most", most)).Count > 0;

    /// <returns>Null while the entry waits for its release.</returns>
    public long? ReleaseOf(long entryId) => statements[ReleaseSql].List(row => (long?)row.GetInt64(0), ("@id", entryId)).FirstOrDefault();

    /// <returns>Null where the entry is not understood yet.</returns>
    public string? TraitsOf(long entryId) => statements[TraitsSql].List(row => row.GetString(0), ("@id", entryId)).FirstOrDefault();

    /// <returns>The first entries of a release, by day, then by address.</returns>
    public IReadOnlyList<long> EarliestOf(long releaseId, int most) => statements[EarliestSql].List(Number, ("@release", releaseId), ("@most", most));

    private static long Number(DbDataReader row) => row.GetInt64(0);
}
