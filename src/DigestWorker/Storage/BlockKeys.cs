using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>Where to look for an entry's likes.</summary>
internal static class BlockKeys
{
    private const string ClearSql = "delete from block_key where entry_id = @id";

    private const string AddSql = "insert into block_key (key, day, entry_id) values (@key, @day, @id) on conflict do nothing";

    private const string HoldersSql = """
        select entry_id from block_key
        where key = @key and day between @from and @to and entry_id <> @id
        limit @limit
        """;

    public static void Replace(DbConnection connection, long id, int day, IEnumerable<long> keys)
    {
        connection.Execute(ClearSql, new { id });
        foreach (var key in keys)
        {
            connection.Execute(AddSql, new { key, day, id });
        }
    }

    /// <returns>The entries that hold the key within so many days; empty where more than <paramref name="most"/> do.</returns>
    public static IReadOnlyList<long> Holders(DbConnection connection, long key, (long Id, int Day, int Days) entry, int most)
    {
        var holders = connection.Query<long>(HoldersSql, new
        {
            key,
            from = entry.Day - entry.Days,
            to = entry.Day + entry.Days,
            id = entry.Id,
            limit = most + 1,
        }).AsList();
        return holders.Count > most ? [] : holders;
    }
}
