using System.Data.Common;
using System.Text.Json;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Windows that begin where a digest ended which has failed meanwhile: nobody would be told what it held.</summary>
internal static class EndedWindows
{
    // A window begins where the last digest ended that was sent or may be.
    private static string FindSql(Dialect dialect) => $"""
        select cast(one.value ->> 'Id' as bigint)
        from {dialect.Rows("@windows", "one")}
        where not exists (
            select 1
            from digest d left join delivery v on v.digest_id = d.id
            where d.subscriber_id = cast(one.value ->> 'Id' as bigint) and d.window_to >= one.value ->> 'From' and d.edition_id <> @edition
              and (v.id is null or v.state not in ('Failed', 'Suppressed')))
        """;

    /// <exception cref="StaleDigests">There are some.</exception>
    public static void Refuse(DbConnection connection, Edition edition, IEnumerable<ComposedFor> composed)
    {
        var windows = JsonSerializer.Serialize(composed.Where(one => !one.Window.First).Select(one => new { one.Subscriber.Id, From = one.Window.From.ToStorage() }));
        var ended = connection.Query<long>(FindSql(Dialect.Of(connection)), new { windows, edition = edition.Id }).ToHashSet();
        if (ended.Count > 0)
        {
            throw new StaleDigests(ended);
        }
    }
}
