using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>
/// Takes a person out of every table. The rows that editions count stay, and say nothing of anybody; of the address only a keyed
/// hash is left, where an opt-out has to outlive it.
/// </summary>
internal sealed class Erasing(OptOuts optOuts)
{
    /// <summary>No address has this form, so nobody can join as one.</summary>
    private const string Nobody = "'erased-' || id";

    private const string EmailSql = "select email from subscriber where id = @id and email <> ''";

    private const string ForgetSql = """
        delete from subscriber_role where subscriber_id = @id;
        delete from subscriber_area where subscriber_id = @id;
        delete from subscriber_word where subscriber_id = @id;
        delete from subscriber_topic where subscriber_id = @id;
        delete from subscriber_change where subscriber_id = @id;
        delete from subscription where subscriber_id = @id;
        delete from team_member where subscriber_id = @id;
        delete from edition_waiting where subscriber_id = @id;
        delete from letter where subscriber_id = @id;
        delete from digest_release where subscriber_id = @id;
        delete from bounce where delivery_id in (select v.id from delivery v join digest d on d.id = v.digest_id where d.subscriber_id = @id)
        """;

    // What nobody else was sent may show what one person asked for; its hash goes too, or another digest might be taken for it.
    private const string EmptyProfilesSql = """
        update profile set subject = '', text = '', html = '', hash = randomblob(32)
        where id in (select profile_id from digest where subscriber_id = @id)
          and not exists (select 1 from digest o where o.edition_id = profile.edition_id and o.profile_id = profile.id and o.subscriber_id <> @id)
        """;

    private const string AnonymiseSql = $"""
        update delivery
        set recipient = '', recipient_name = null, reply = null, bounce_token = '', message_id = {Nobody},
            state = case when state in ('Sent', 'Failed') then state else 'Suppressed' end
        where digest_id in (select id from digest where subscriber_id = @id);
        update digest set why = '', token = '', notice = '' where subscriber_id = @id;
        update subscriber
        set email = '', address = {Nobody}, name = null, token = @token, state = 'Unsubscribed', since = @at, ended_at = @at,
            ended_because = 'erased', chose_roles = 0, chose_areas = 0, text_only = 0, weekday = null, paused_until = null, alerts = 0, alerts_since = null,
            says_nothing_new = 0
        where id = @id
        """;

    private const string OfAddressSql = """
        delete from confirmation where address in @spellings;
        delete from letter where recipient in @recipients
        """;

    private const string NamesSql = """
        select name from subscriber where id in @ids and name is not null
        union select v.recipient_name from delivery v join digest d on d.id = v.digest_id where d.subscriber_id in @ids and v.recipient_name is not null
        """;

    private const string PendingSql = "insert into pending_rewrite (id, since) values (1, @at) on conflict do nothing";

    /// <summary>At the person's own wish: nobody else can subscribe this address again.</summary>
    /// <returns>False where nobody of this address was known; what else held it is gone all the same.</returns>
    public bool Erase(DbConnection connection, string email, DateTimeOffset at)
    {
        optOuts.Add(connection, email, OptOutReason.Erased, at);
        connection.Execute(PendingSql, new { at = at.ToStorage() });
        var ids = KnownAddress.Ids(connection, email);
        var person = new PersonInText(email, [.. Names(connection, ids), .. TeamContacts.Of(connection, email).Select(one => EmailAddress.Parse(one.Contact)?.DisplayName ?? "")]);
        foreach (var id in ids)
        {
            Anonymise(connection, id, at);
        }

        ForgetAddress(connection, email);
        new TextsOfOthers(connection, email, person).Change();
        return ids.Count > 0;
    }

    /// <summary>The same without an opt-out: where somebody left long ago and never objected.</summary>
    public static void Anonymise(DbConnection connection, long id, DateTimeOffset at)
    {
        if (EmailOf(connection, id) is not null)
        {
            connection.Execute(Dialect.Of(connection).BeforeErasing);
            connection.Execute($"{ForgetSql};{EmptyProfilesSql};{AnonymiseSql}", new { id, token = SecretToken.New(), at = at.ToStorage() });
        }
    }

    /// <returns>Null where there is nobody of this id, or not any more.</returns>
    public static string? EmailOf(DbConnection connection, long id) => connection.ExecuteScalar<string?>(EmailSql, new { id });

    // Deleted content is written over at once, as far as the database can reach it; the rest is done when it is written anew.
    private static void ForgetAddress(DbConnection connection, string email)
    {
        connection.Execute(Dialect.Of(connection).BeforeErasing);
        connection.Execute(OfAddressSql, new { spellings = EmailAddress.Spellings(email), recipients = Letters.Recipients(connection, email) });
        TeamContacts.Forget(connection, email);
    }

    private static IEnumerable<string> Names(DbConnection connection, IReadOnlyList<long> ids) =>
        ids.Count == 0 ? [] : connection.Query<string>(NamesSql, new { ids });
}
