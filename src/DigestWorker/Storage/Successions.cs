using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Entries whose page went on to another release. Each is kept under a key of its own, which leads to it from its successor.</summary>
internal static class Successions
{
    // The version that the successor takes the place of is its first one, so that a text that comes back is known.
    private const string HandSql = """
        update entry set first_version = (select version_hash from sighting where entry_id = @earlier and source_id = @source) where id = @successor;
        delete from sighting where entry_id = @earlier and source_id = @source;
        update sighting set entry_id = @successor where entry_id = @earlier;
        update entry_key set entry_id = @successor where entry_id = @earlier and key not like 'before:%';
        insert into entry_key (key, entry_id) values (@key, @earlier);
        delete from upcoming where entry_id = @earlier and day >= @today
        """;

    private const string IsEarlierSql = "select count(*) from entry_key where entry_id = @id and key like 'before:%'";

    /// <summary>Asks of a row of entry whether no source leads to it any more.</summary>
    public const string IsEarlierEntry = "exists (select 1 from entry_key k where k.entry_id = entry.id and k.key like 'before:%')";

    /// <summary>Asks of a row of entry whether its page was another release's before.</summary>
    public const string IsSuccessor = "exists (select 1 from entry_key k where k.key = 'before:' || entry.id)";

    /// <returns>True for an entry to which no source leads any more.</returns>
    public static bool IsEarlier(DbConnection connection, long id) => connection.ExecuteScalar<long>(IsEarlierSql, new { id }) > 0;

    /// <summary>Whatever led to the earlier entry leads to its successor.</summary>
    public static void Hand(DbConnection connection, (long Earlier, long Successor) entries, NewEntry read) => connection.Execute(HandSql, new
    {
        earlier = entries.Earlier,
        successor = entries.Successor,
        source = read.SourceId,
        key = FormattableString.Invariant($"before:{entries.Successor}"),
        today = EditionWeek.LondonDay(read.FirstSeen).ToStorage(),
    });
}
