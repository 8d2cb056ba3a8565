using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How somebody becomes a subscriber, whoever asks for it, and what one asking adds to what was there.</summary>
internal sealed class Joining(OptOuts optOuts)
{
    private const string RenameSql = "update subscriber set name = @name where id = @id and coalesce(name, '') <> @name";

    private const string SubscriptionSql = """
        insert into subscription (subscriber_id, asked_by, since, wording) values (@id, @by, @at, @wording) on conflict do nothing
        """;

    // What people chose for themselves stands alone.
    private const string RoleSql = """
        insert into subscriber_role (subscriber_id, role) select id, @value from subscriber where id = @id and chose_roles = 0 on conflict do nothing
        """;

    private const string AreaSql = """
        insert into subscriber_area (subscriber_id, area) select id, @value from subscriber where id = @id and chose_areas = 0 on conflict do nothing
        """;

    // The file is the truth about people who are subscribed by it alone and have not chosen for themselves.
    private const string OnlySettingsSql = """
        select count(*) from subscription s
        where s.subscriber_id = @id and not exists (select 1 from subscription o where o.subscriber_id = @id and o.asked_by <> 'Settings')
        """;

    private const string ForgetSql = """
        delete from subscriber_role where subscriber_id = @id and role not in @Roles and (select chose_roles from subscriber where id = @id) = 0;
        delete from subscriber_area where subscriber_id = @id and area not in @Areas and (select chose_areas from subscriber where id = @id) = 0
        """;

    /// <summary>For teams, which say otherwise who asked for whom.</summary>
    public Entering Entering { get; } = new(optOuts);

    /// <summary>Subscribes somebody beside any team.</summary>
    /// <param name="wording">What the page said, where the person asked.</param>
    public (long Id, JoinOutcome Outcome) Join(DbConnection connection, Joiner joiner, AskedBy by, (DateTimeOffset At, string? Wording) asked)
    {
        using var statements = new Statements(connection);
        if (Entering.Enter(statements, joiner, ownAsking: by == AskedBy.Self, asked.At) is not ({ } id, var outcome))
        {
            return (0, JoinOutcome.OptedOut);
        }

        var added = connection.Execute(SubscriptionSql, new { id, by = by.ToString(), at = asked.At.ToStorage(), wording = asked.Wording });
        added += AddAll(connection, RoleSql, id, joiner.Roles) + AddAll(connection, AreaSql, id, joiner.Areas);
        added += outcome == JoinOutcome.Extended && Rename(statements, id, joiner.Name) ? 1 : 0;
        added += by == AskedBy.Settings ? ForgetOthers(connection, id, joiner) : 0;
        if (added > 0)
        {
            SubscriberChanges.Note(connection, id, (ActorOf(by), asked.At), outcome == JoinOutcome.Joined ? "subscribed" : "name, roles or areas changed", asked.Wording);
        }

        return (id, outcome == JoinOutcome.Joined ? outcome : added > 0 ? JoinOutcome.Extended : JoinOutcome.Unchanged);
    }

    /// <returns>False where nothing is said of the name, or nothing else than before.</returns>
    public static bool Rename(Statements statements, long id, string? name) =>
        name is not null && statements[RenameSql].Run(("name", name), ("id", id)) == 1;

    /// <summary>The last step of a transaction in which others have asked for people: no opt-out may have been passed over.</summary>
    /// <exception cref="KeyFault">It cannot be told; nothing may be kept.</exception>
    public void Confirm(DbConnection connection) => optOuts.CheckKeys(connection);

    private static Actor ActorOf(AskedBy by) => by switch
    {
        AskedBy.Self => Actor.Subscriber,
        _ => Actor.Admin,
    };

    private static int ForgetOthers(DbConnection connection, long id, Joiner joiner) =>
        connection.ExecuteScalar<long>(OnlySettingsSql, new { id }) > 0
            ? connection.Execute(ForgetSql, new { id, joiner.Roles, joiner.Areas })
            : 0;

    private static int AddAll(DbConnection connection, string sql, long id, IReadOnlyList<string> values) =>
        values.Sum(value => connection.Execute(sql, new { id, value }));
}
