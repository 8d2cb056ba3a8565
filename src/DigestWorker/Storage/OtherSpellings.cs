using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>
/// Ends what goes on under another spelling of an address whose owner opted out, and what goes on under two: earlier versions took two
/// spellings of a domain for two people, and a stop ended one of them.
/// </summary>
internal sealed class OtherSpellings(Database database, OptOuts optOuts)
{
    // Of two spellings one at least is punycode.
    private const string PunycodeSql = "select email from subscriber where address like '%xn--%'";

    private const string StoppedSql = "select max(coalesce(ended_at, since)) from subscriber where address in @spellings and state = 'Unsubscribed'";

    // Whoever asked for it themselves after the stop has lifted it.
    private const string GoingSql = """
        select id from subscriber
        where address in @spellings and ended_at is null and state in ('Active', 'Pending', 'Paused')
          and not exists (
              select 1 from subscription s
              where s.subscriber_id = subscriber.id and s.asked_by = 'Self' and (s.since > @stopped or subscriber.since > @stopped))
        """;

    private const string EndSql = "update subscriber set state = 'Unsubscribed', ended_at = @at, ended_because = @Because where id = @id";

    private const string Because = "stopped under another spelling";

    public void End(DateTimeOffset now)
    {
        using var look = database.Open();
        foreach (var email in look.Query<string>(PunycodeSql).AsList())
        {
            if (Going(look, email).Count > 0 || OneMailbox.IsSentTwice(look, email))
            {
                database.InTransaction(connection => End(connection, email, now));
            }
        }
    }

    private void End(DbConnection connection, string email, DateTimeOffset now)
    {
        foreach (var id in Going(connection, email))
        {
            connection.Execute(EndSql, new { id, at = now.ToStorage(), Because });
            SubscriberChanges.Note(connection, id, (Actor.Program, now), Because);
        }

        OneMailbox.Unite(connection, email, now);
    }

    private List<long> Going(DbConnection connection, string email)
    {
        var spellings = EmailAddress.Spellings(email);
        var stopped = connection.ExecuteScalar<string?>(StoppedSql, new { spellings }) ?? optOuts.Find(connection, email)?.At.ToStorage();
        return stopped is null ? [] : connection.Query<long>(GoingSql, new { spellings, stopped }).AsList();
    }
}
