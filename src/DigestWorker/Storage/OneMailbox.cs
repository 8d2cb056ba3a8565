using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>
/// Makes one subscriber of those that go on under several spellings of one mailbox, with all that each had: nobody is to get two digests.
/// </summary>
internal static class OneMailbox
{
    // Whoever was sent last: another one would get an edition that this one has.
    private const string RunningSql = """
        select id from subscriber
        where address in @spellings and ended_at is null and state in ('Active', 'Paused')
        order by coalesce((select max(d.window_to) from digest d where d.subscriber_id = subscriber.id), '') desc, id
        """;

    private const string TeamsSql = """
        insert into team_member (team_id, subscriber_id, since) select team_id, @to, since from team_member where subscriber_id = @from on conflict do nothing;
        insert into team_member_role (team_id, subscriber_id, role) select team_id, @to, role from team_member_role where subscriber_id = @from on conflict do nothing;
        insert into team_member_area (team_id, subscriber_id, area) select team_id, @to, area from team_member_area where subscriber_id = @from on conflict do nothing;
        insert into subscription (subscriber_id, asked_by, since, wording) select @to, asked_by, since, wording from subscription where subscriber_id = @from on conflict do nothing
        """;

    // What a person chose stands alone, under whichever spelling.
    private const string ChosenSql = """
        delete from subscriber_role where subscriber_id = @to
            and exists (select 1 from subscriber o join subscriber s on s.id = @to where o.id = @from and o.chose_roles = 1 and s.chose_roles = 0);
        insert into subscriber_role (subscriber_id, role)
            select s.id, r.role from subscriber_role r join subscriber o on o.id = r.subscriber_id join subscriber s on s.id = @to
            where o.id = @from and s.chose_roles = 0 on conflict do nothing;
        delete from subscriber_area where subscriber_id = @to
            and exists (select 1 from subscriber o join subscriber s on s.id = @to where o.id = @from and o.chose_areas = 1 and s.chose_areas = 0);
        insert into subscriber_area (subscriber_id, area)
            select s.id, a.area from subscriber_area a join subscriber o on o.id = a.subscriber_id join subscriber s on s.id = @to
            where o.id = @from and s.chose_areas = 0 on conflict do nothing
        """;

    private const string WishesSql = """
        insert into subscriber_word (subscriber_id, word, wish) select @to, word, wish from subscriber_word where subscriber_id = @from on conflict do nothing;
        insert into subscriber_topic (subscriber_id, topic, wish) select @to, topic, wish from subscriber_topic where subscriber_id = @from on conflict do nothing;
        update subscriber set
            chose_roles = case when o.chose_roles = 1 then 1 else subscriber.chose_roles end,
            chose_areas = case when o.chose_areas = 1 then 1 else subscriber.chose_areas end,
            text_only = case when o.text_only = 1 then 1 else subscriber.text_only end,
            alerts = case when o.alerts = 1 then 1 else subscriber.alerts end,
            says_nothing_new = case when o.says_nothing_new = 1 then 1 else subscriber.says_nothing_new end,
            alerts_since = coalesce(subscriber.alerts_since, o.alerts_since),
            weekday = coalesce(subscriber.weekday, o.weekday),
            name = coalesce(subscriber.name, o.name),
            state = case when o.state = 'Paused' then o.state else subscriber.state end,
            paused_until = case when o.paused_until > coalesce(subscriber.paused_until, '') then o.paused_until else subscriber.paused_until end
        from subscriber o
        where subscriber.id = @to and o.id = @from
        """;

    private const string EndSql = """
        delete from team_member where subscriber_id = @from;
        delete from subscription where subscriber_id = @from;
        update subscriber set ended_at = @at, ended_because = 'goes on under another spelling' where id = @from
        """;

    /// <returns>Whether the mailbox would get more than one digest.</returns>
    public static bool IsSentTwice(DbConnection connection, string email) => Running(connection, EmailAddress.Spellings(email)).Count > 1;

    public static void Unite(DbConnection connection, string email, DateTimeOffset at)
    {
        var spellings = EmailAddress.Spellings(email);
        if (spellings.Count > 1 && Running(connection, spellings) is [var to, .. { Count: > 0 } others])
        {
            others.ForEach(from => Unite(connection, from, to, at));
        }
    }

    private static void Unite(DbConnection connection, long from, long to, DateTimeOffset at)
    {
        connection.Execute($"{TeamsSql};{ChosenSql};{WishesSql};{EndSql}", new { from, to, at = at.ToStorage() });
        SubscriberChanges.Note(connection, from, (Actor.Program, at), "goes on under another spelling");
        SubscriberChanges.Note(connection, to, (Actor.Program, at), "has what stood under another spelling");
    }

    private static List<long> Running(DbConnection connection, IReadOnlyList<string> spellings) => connection.Query<long>(RunningSql, new { spellings }).AsList();
}
