using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Digests of earlier editions that never go out, since the next one covers them.</summary>
internal static class OvertakenDigests
{
    /// <summary>
    /// What of an earlier edition has not gone out when the next is composed never does: the next digest covers it. What is in
    /// doubt (Sending, Unknown) may have arrived, and counts as sent. Asks for edition e, delivery v and @week.
    /// </summary>
    public const string Condition = "v.state in ('Held', 'Queued', 'Deferred') and e.week < @week";

    private static string OvertakenSql(Dialect dialect) => $"""
        select d.id
        from digest d join edition e on e.id = d.edition_id join delivery v on v.digest_id = d.id
        where d.subscriber_id in @subscribers and {Condition}
        {dialect.ForUpdate("v")}
        """;

    private const string CoverSql = """
        update delivery set state = 'Suppressed', reply = 'Covered by a later digest.' where digest_id in @overtaken;
        delete from digest_release where digest_id in @overtaken
        """;

    public static void Cover(DbConnection connection, EditionWeek week, IReadOnlyCollection<long> subscribers)
    {
        var overtaken = connection.Query<long>(OvertakenSql(Dialect.Of(connection)), new { subscribers, week = week.ToString() }).AsList();
        if (overtaken.Count > 0)
        {
            connection.Execute(CoverSql, new { overtaken });
        }
    }
}
