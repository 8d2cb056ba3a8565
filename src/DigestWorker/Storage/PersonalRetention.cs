using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Takes away what is held about people beside editions when its time is over.</summary>
internal sealed class PersonalRetention(Database database, OptOuts optOuts)
{
    private const string DropConfirmationsSql = "delete from confirmation where asked_at < @before and expires_at < @now";

    // The key stays for as long as deliveries do: a promise that was kept is not kept twice.
    private const string EmptyLettersSql = """
        update letter set recipient = '', recipient_name = null, subject = '', text = '', html = '', token = '', reply = null
        where state in ('Sent', 'Failed', 'Suppressed') and recipient <> '' and composed_at < case when subscriber_id is null then @beforeAsked else @beforeSent end
        """;

    private const string DropLettersSql = "delete from letter where state in ('Sent', 'Failed', 'Suppressed') and composed_at < @before";

    private const string EndedSql = "select id as Id, email as Email, state as State from subscriber where email <> '' and ended_at < @before";

    private const string DropErasedSql = """
        delete from digest
        where subscriber_id in (select id from subscriber where email = '')
          and not exists (select 1 from delivery v where v.digest_id = digest.id);
        delete from subscriber where email = '' and not exists (select 1 from digest d where d.subscriber_id = subscriber.id)
        """;

    public void DropConfirmations(DateTimeOffset before, DateTimeOffset now) =>
        database.InTransaction(connection => connection.Execute(DropConfirmationsSql, new { before = before.ToStorage(), now = now.ToStorage() }));

    /// <param name="asked">What was composed before is emptied where nobody subscribed has to do with it.</param>
    /// <param name="sent">The same for subscribers.</param>
    public void EmptyLetters(DateTimeOffset asked, DateTimeOffset sent) =>
        database.InTransaction(connection => connection.Execute(EmptyLettersSql, new { beforeAsked = asked.ToStorage(), beforeSent = sent.ToStorage() }));

    public void DropLetters(DateTimeOffset before) => database.InTransaction(connection => connection.Execute(DropLettersSql, new { before = before.ToStorage() }));

    /// <summary>Makes rows of nobody out of subscriptions that ended before the instant; an objection goes on to be known by a keyed hash.</summary>
    /// <returns>How many.</returns>
    public int AnonymiseEnded(DateTimeOffset before, DateTimeOffset now) => database.InTransaction(connection =>
    {
        var ended = connection.Query<Row>(EndedSql, new { before = before.ToStorage() }).AsList();
        foreach (var row in ended)
        {
            KeepOptOut(connection, row, now);
            Erasing.Anonymise(connection, row.Id, now);
        }

        return ended.Count;
    });

    /// <summary>Rows of nobody that no edition counts any more.</summary>
    public void DropErased() => database.InTransaction(connection => connection.Execute(DropErasedSql));

    private void KeepOptOut(DbConnection connection, Row row, DateTimeOffset at)
    {
        if (Enum.Parse<SubscriberState>(row.State) is SubscriberState.Unsubscribed or SubscriberState.Suppressed)
        {
            optOuts.Add(connection, row.Email, Enum.Parse<OptOutReason>(row.State), at);
        }
    }

    private sealed record Row(long Id, string Email, string State);
}
