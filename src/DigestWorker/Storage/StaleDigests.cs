using System.Data.Common;
using System.Text.Json;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What some digests build on has changed since they were composed, so that these are to be composed again; takes back the transaction.</summary>
/// <param name="subscribers">Whose digests; none where it has changed once more.</param>
internal sealed class StaleDigests(HashSet<long> subscribers) : Exception("An earlier digest went another way than was taken for granted.")
{
    // A window begins where the last digest ended that was sent or may be.
    private static string EndedSql(Dialect dialect) => $"""
        select cast(one.value ->> 'Id' as bigint)
        from {dialect.Rows("@windows", "one")}
        where not exists (
            select 1
            from digest d left join delivery v on v.digest_id = d.id
            where d.subscriber_id = cast(one.value ->> 'Id' as bigint) and d.window_to >= one.value ->> 'From' and d.edition_id <> @edition
              and (v.id is null or v.state not in ('Failed', 'Suppressed')))
        """;

    public HashSet<long> Subscribers { get; } = subscribers;

    /// <summary>Throws where the digest has failed meanwhile after which a window begins: nobody would be told what it held.</summary>
    public static void ThrowWhereEnded(DbConnection connection, Edition edition, IEnumerable<ComposedFor> composed)
    {
        var windows = JsonSerializer.Serialize(composed.Where(one => !one.Window.First).Select(one => new { one.Subscriber.Id, From = one.Window.From.ToStorage() }));
        var ended = connection.Query<long>(EndedSql(Dialect.Of(connection)), new { windows, edition = edition.Id }).ToHashSet();
        if (ended.Count > 0)
        {
            throw new StaleDigests(ended);
        }
    }
}
