using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Everything that the tables hold about one person, under names that a person can read; no token, no hash, no text of a link.</summary>
internal sealed class PersonalData(Database database, OptOuts optOuts)
{
    private const string SubscriberSql = """
        select email, address, name, state, since, ended_at as "endedAt", ended_because as "endedBecause",
               case chose_roles when 1 then 'yes' else 'no' end as "choseRoles", case chose_areas when 1 then 'yes' else 'no' end as "choseAreas",
               case weekday when 1 then 'Monday' when 2 then 'Tuesday' when 3 then 'Wednesday' when 4 then 'Thursday' when 5 then 'Friday'
                   when 6 then 'Saturday' when 7 then 'Sunday' end as weekday,
               paused_until as "pausedUntil", case alerts when 1 then 'yes' else 'no' end as alerts, alerts_since as "alertsSince",
               case says_nothing_new when 1 then 'yes' else 'no' end as "saysNothingNew", case text_only when 1 then 'yes' else 'no' end as "textOnly"
        from subscriber where id in @ids
        order by id <> @id, id
        """;

    private const string TeamsSql = """
        select t.name as team, o.name as organisation, m.since,
               (select string_agg(r.role, ', ') from team_member_role r where r.team_id = m.team_id and r.subscriber_id = m.subscriber_id) as roles,
               (select string_agg(a.area, ', ') from team_member_area a where a.team_id = m.team_id and a.subscriber_id = m.subscriber_id) as areas
        from team_member m join team t on t.id = m.team_id left join organisation o on o.id = t.organisation_id
        where m.subscriber_id in @ids
        order by t.name
        """;

    private const string DigestsSql = """
        select d.id, e.week, d.window_from as "windowFrom", d.window_to as "windowTo", p.subject, d.why, d.notice, v.recipient, v.recipient_name as "recipientName",
               v.state, v.composed_at as "composedAt", v.sent_at as "sentAt", v.attempts, v.reply
        from digest d join edition e on e.id = d.edition_id join profile p on p.id = d.profile_id left join delivery v on v.digest_id = d.id
        where d.subscriber_id in @ids
        order by e.week
        """;

    private const string ReleasesSql = """
        select s.digest_id as DigestId,
               coalesce((select n.title from entry n where n.release_id = coalesce(r.merged_into, r.id) order by n.first_seen_at, n.id limit 1), '') as Title
        from digest_release s join release r on r.id = s.release_id
        where s.subscriber_id in @ids
        order by s.digest_id, s.position
        """;

    private const string BouncesSql = """
        select b.received_at as "receivedAt", b.kind, b.status, e.week
        from bounce b join delivery v on v.id = b.delivery_id join digest d on d.id = v.digest_id join edition e on e.id = d.edition_id
        where d.subscriber_id in @ids
        order by b.received_at
        """;

    // The text of a letter may hold a link that opens something.
    private const string LettersSql = """
        select recipient, recipient_name as "recipientName", sender, subject, composed_at as "composedAt", state, attempts, sent_at as "sentAt", reply
        from letter
        where subscriber_id in @ids or recipient in @recipients
        order by composed_at, id
        """;

    private const string ConfirmationsSql = """
        select email, choices, wording, asked_at as "askedAt", expires_at as "expiresAt", used_at as "usedAt"
        from confirmation where address in @spellings
        order by asked_at
        """;

    private static readonly (string Name, string Sql)[] Lists =
    [
        ("subscriptions", "select asked_by as \"askedBy\", since, wording from subscription where subscriber_id in @ids order by since"),
        ("teams", TeamsSql),
        ("roles", "select role from effective_role where subscriber_id in @ids order by role"),
        ("areas", "select area from effective_area where subscriber_id in @ids order by area"),
        ("words", "select word, wish from subscriber_word where subscriber_id in @ids order by word"),
        ("topics", "select topic, wish from subscriber_topic where subscriber_id in @ids order by topic"),
        ("changes", "select at, actor, change, wording from subscriber_change where subscriber_id in @ids order by at, id"),
        ("weeksWithout", "select e.week, w.waits_for as \"waitsFor\" from edition_waiting w join edition e on e.id = w.edition_id where w.subscriber_id in @ids order by e.week"),
        ("bounces", BouncesSql),
        ("letters", LettersSql),
        ("confirmations", ConfirmationsSql),
    ];

    /// <returns>Lists by name; null where nothing is held under this address.</returns>
    public IReadOnlyDictionary<string, object?>? Of(string email)
    {
        using var connection = database.Open();
        var (known, spellings) = (KnownAddress.Ids(connection, email), EmailAddress.Spellings(email));
        var values = new { id = known is [var first, ..] ? first : 0, ids = known.DefaultIfEmpty(), spellings, recipients = Letters.Recipients(connection, email) };
        var lists = Lists.ToDictionary(list => list.Name, list => (object?)Rows(connection, list.Sql, values), StringComparer.Ordinal);
        lists.Add("contactOf", TeamContacts.Of(connection, email).Select(one => new { one.Kind, one.Name, one.Contact }).ToList());
        var optOut = optOuts.Find(connection, email);
        return known.Count == 0 && optOut is null && lists.Values.All(list => list is IReadOnlyCollection<object> { Count: 0 })
            ? null
            : new Dictionary<string, object?>(lists, StringComparer.Ordinal)
            {
                ["subscriber"] = Rows(connection, SubscriberSql, values).FirstOrDefault(),
                ["otherSpellings"] = Rows(connection, SubscriberSql, values).Skip(1).ToList(),
                ["digests"] = Digests(connection, values),
                ["optOut"] = optOut,
            };
    }

    private static List<IDictionary<string, object?>> Digests(DbConnection connection, object values)
    {
        var titles = connection.Query<Told>(ReleasesSql, values).ToLookup(told => told.DigestId, told => told.Title);
        var digests = Rows(connection, DigestsSql, values);
        foreach (var digest in digests)
        {
            digest["releases"] = titles[(long)digest["id"]!];
            digest.Remove("id");
        }

        return digests;
    }

    private static List<IDictionary<string, object?>> Rows(DbConnection connection, string sql, object values) =>
        [.. connection.Query(sql, values).Select(row => (IDictionary<string, object?>)new Dictionary<string, object?>((IDictionary<string, object?>)row, StringComparer.Ordinal))];

    // Without a constructor: Dapper cannot match one where no row says what type a computed column has.
    private sealed record Told
    {
        public long DigestId { get; init; }
        public string Title { get; init; } = "";
    }
}
