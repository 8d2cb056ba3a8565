using System.Data.Common;
using Dapper;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Bench.Monday;

/// <summary>
/// Subscribers with a thousand different wishes, every other thousand of them by one of 150 teams and the rest by themselves, who all
/// had last week's digest: put straight into the tables.
/// </summary>
internal static class MondayPeople
{
    public const int Profiles = 1_000;

    private const int Teams = 150, OldReleases = 12;

    /// <summary>Where people and a part of the news are.</summary>
    public static readonly string[] Areas =
    [
        "Cheshire", "Cornwall", "Cumbria", "Derbyshire", "Devon", "Dorset", "Essex", "Hampshire", "Kent", "Lancashire", "Leicestershire", "Lincolnshire",
        "Norfolk", "Northumberland", "Oxfordshire", "Somerset", "Staffordshire", "Suffolk", "Surrey", "Warwickshire", "Worcestershire",
    ];

    // What the week is most about: whoever mutes one of these has another digest.
    private const string TopicsSql = "select value from label where type = 'Topic' group by value order by count(*) desc, value limit 3";

    private const string OldReleasesSql = """
        with recursive n(at) as (select 1 union all select at + 1 from n where at < @OldReleases)
        insert into release (created_at) select @then from n
        """;

    private const string PeopleSql = """
        with recursive n(at) as (select 1 union all select at + 1 from n where at < @people)
        insert into subscriber (id, email, address, name, state, since, token)
        select at, 'person' || at || '@school' || (at % 30000) || '.example.org', 'person' || at || '@school' || (at % 30000) || '.example.org',
               'Person ' || at, 'Active', @since, 'token' || (10000000000000000 + at) from n
        """;

    private const string TeamsSql = """
        with recursive n(at) as (select 1 union all select at + 1 from n where at < @Teams)
        insert into organisation (id, key, name, contact) select at, 'board ' || at, 'Sample Partnership ' || at, 'board' || at || '@example.org' from n;
        insert into team (id, key, name, organisation_id, token) select id, key, 'Schools of ' || name, id, 'team' || id from organisation
        """;

    private const string WishesSql = """
        insert into team_member (team_id, subscriber_id, since) select 1 + id % @Teams, id, @since from subscriber where id / 1000 % 2 = 0;
        insert into team_member_role (team_id, subscriber_id, role)
            select m.team_id, m.subscriber_id, w.role from team_member m join wish w on w.at = m.subscriber_id % @Profiles;
        insert into team_member_area (team_id, subscriber_id, area)
            select m.team_id, m.subscriber_id, w.area from team_member m join wish w on w.at = m.subscriber_id % @Profiles;
        insert into subscription (subscriber_id, asked_by, since) select id, 'Self', @since from subscriber where id / 1000 % 2 = 1;
        insert into subscriber_role (subscriber_id, role) select s.subscriber_id, w.role from subscription s join wish w on w.at = s.subscriber_id % @Profiles;
        insert into subscriber_area (subscriber_id, area) select s.subscriber_id, w.area from subscription s join wish w on w.at = s.subscriber_id % @Profiles;
        insert into subscriber_topic (subscriber_id, topic, wish) select s.id, w.topic, 'Mute' from subscriber s join wish w on w.at = s.id % @Profiles where w.topic <> ''
        """;

    private static string LastWeekSql(Dialect dialect) => $"""
        insert into edition (week, cut_off_at, composed_at) values (@week, @then, @then);
        insert into profile (edition_id, hash, sender, reply_to, subject, text, html) values (1, randomblob(32), '', '', '', '', '');
        insert into digest (edition_id, subscriber_id, profile_id, window_from, window_to, why, token)
            select 1, id, 1, @since, @then, 'You subscribed yourself.', token from subscriber order by id;
        insert into delivery (digest_id, recipient, message_id, bounce_token, composed_at, state, attempts, due_at, sent_at, reply)
            select d.id, s.email, '<' || s.token || '@example.org>', {Random(dialect)}, @then, 'Sent', 1, @then, @then, '250 2.0.0 fine'
            from digest d join subscriber s on s.id = d.subscriber_id order by d.id;
        with recursive n(at) as (select 1 union all select at + 1 from n where at < @OldReleases / 2)
        insert into digest_release (subscriber_id, release_id, version, digest_id, position)
            select d.subscriber_id, 2 * n.at - d.subscriber_id % 2, 0, d.id, n.at from digest d, n order by d.subscriber_id, n.at
        """;

    /// <summary>Before anything is collected: what was sent last week has lower ids.</summary>
    public static void AddOldReleases(Database database, EditionWeek week) => database.InTransaction(connection =>
        connection.Execute(OldReleasesSql, new { OldReleases, then = Then(week) }));

    public static void Add(Database database, DigestSettings settings, EditionWeek week, int people) => database.InTransaction(connection =>
    {
        var values = new { people, Teams, Profiles, OldReleases, since = "2026-01-05T09:00:00Z", week = week.Previous.ToString(), then = Then(week) };
        string[] muted = ["", .. connection.Query<string>(TopicsSql)];
        connection.Execute("create temp table wish (at bigint primary key, role text, area text, topic text)");
        connection.Execute("insert into wish values (@At, @Role, @Area, @Topic)", Enumerable.Range(0, Profiles).Select(at => WishOf(at, settings, muted)));
        foreach (var sql in new[] { PeopleSql, TeamsSql, WishesSql, LastWeekSql(Dialect.Of(connection)) }.SelectMany(sql => sql.Split(';')))
        {
            connection.Execute(sql, values, commandTimeout: 0);
        }
    });

    private static string Then(EditionWeek week) => week.Previous.End.AddHours(7).ToStorage();

    private static Wish WishOf(int at, DigestSettings settings, string[] muted)
    {
        var (role, area, topic) = (at % settings.Roles.Count, at / settings.Roles.Count % Areas.Length, at / (settings.Roles.Count * Areas.Length));
        return new Wish(at, settings.Roles[role].Id, Areas[area], muted[topic]);
    }

    private static string Random(Dialect dialect) => dialect == Dialect.Postgres ? "encode(randomblob(16), 'hex')" : "lower(hex(randomblob(16)))";

    private sealed record Wish(long At, string Role, string Area, string Topic);
}
