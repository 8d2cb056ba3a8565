using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How somebody becomes a subscriber, whoever asks for it: an opt-out always wins, save over the person's own asking.</summary>
internal sealed class Joining(OptOuts optOuts)
{
    private const string FindSql = """
        select id as Id, state as State, ended_at as EndedAt from subscriber where address = @address
        """;

    private const string AddSql = """
        insert into subscriber (email, address, name, state, since, token)
        values (@Email, @address, @Name, 'Active', @at, @token)
        returning id
        """;

    private const string RejoinSql = """
        update subscriber
        set ended_at = null, ended_because = null, state = 'Active', paused_until = null, since = @at, name = coalesce(@Name, name)
        where id = @id;
        delete from subscriber_role where subscriber_id = @id and (select chose_roles from subscriber where id = @id) = 0;
        delete from subscriber_area where subscriber_id = @id and (select chose_areas from subscriber where id = @id) = 0
        """;

    private const string RenameSql = "update subscriber set name = @name where id = @id and coalesce(name, '') <> @name";

    // Whoever comes back under one spelling is not kept out, nor sent to twice, by another one that was stopped.
    private const string LiftOtherSql = """
        update subscriber set state = 'Active', ended_at = coalesce(ended_at, @at), ended_because = 'joined under another spelling'
        where id = @id and state in ('Unsubscribed', 'Suppressed')
        """;

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

    /// <summary>Subscribes somebody beside any team.</summary>
    /// <param name="wording">What the page said, where the person asked.</param>
    public (long Id, JoinOutcome Outcome) Join(DbConnection connection, Joiner joiner, AskedBy by, (DateTimeOffset At, string? Wording) asked)
    {
        if (Enter(connection, joiner, ownAsking: by == AskedBy.Self, asked.At) is not ({ } id, var outcome))
        {
            return (0, JoinOutcome.OptedOut);
        }

        var added = connection.Execute(SubscriptionSql, new { id, by = by.ToString(), at = asked.At.ToStorage(), wording = asked.Wording });
        added += AddAll(connection, RoleSql, id, joiner.Roles) + AddAll(connection, AreaSql, id, joiner.Areas);
        added += outcome == JoinOutcome.Extended && Rename(connection, id, joiner.Name) ? 1 : 0;
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

    /// <summary>Makes sure that there is a subscriber of this address whose subscription runs.</summary>
    /// <returns>No id where an opt-out forbids it; the caller has still to say who asked for it, a team or somebody.</returns>
    public (long? Id, JoinOutcome Outcome) Enter(DbConnection connection, Joiner joiner, bool ownAsking, DateTimeOffset at)
    {
        using var statements = new Statements(connection);
        return Enter(statements, joiner, ownAsking, at);
    }

    /// <summary>The same in a flood of people.</summary>
    public (long? Id, JoinOutcome Outcome) Enter(Statements statements, Joiner joiner, bool ownAsking, DateTimeOffset at)
    {
        var address = EmailAddress.Normalise(joiner.Email);
        var spelled = Known(statements, address);
        var known = spelled.FirstOrDefault();
        var optedOut = known is { HasOptedOut: true };
        if (!ownAsking && IsKeptOut(statements, address, spelled))
        {
            return (null, JoinOutcome.OptedOut);
        }

        if (ownAsking)
        {
            optOuts.Lift(statements.Connection, address);
            spelled.Skip(1).ToList().ForEach(other => statements[LiftOtherSql].Run(("id", other.Id), ("at", at.ToStorage())));
        }

        var id = known?.Id ?? Add(statements, joiner, address, at);
        if (known is not null && (optedOut || known.EndedAt is not null))
        {
            statements[RejoinSql].Run(("id", id), ("at", at.ToStorage()), ("Name", joiner.Name));
        }

        return (id, known is { EndedAt: null } && !optedOut ? JoinOutcome.Extended : JoinOutcome.Joined);
    }

    /// <returns>How many of these addresses nobody but their owners can subscribe.</returns>
    public int KeptOut(DbConnection connection, IEnumerable<string> emails)
    {
        using var statements = new Statements(connection);
        return emails.Select(EmailAddress.Normalise).Count(address => IsKeptOut(statements, address, Known(statements, address)));
    }

    private bool IsKeptOut(Statements statements, string address, List<Row> spelled) =>
        spelled.Exists(row => row.HasOptedOut) || optOuts.Holds(statements, address);

    private static List<Row> Known(Statements statements, string address) =>
        [.. EmailAddress.Spellings(address).Select(spelling => Find(statements, spelling)).OfType<Row>().OrderBy(row => row.EndedAt is not null || row.HasOptedOut)];

    private static Row? Find(Statements statements, string address) => statements[FindSql]
        .List(row => new Row(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)), ("address", address))
        .SingleOrDefault();

    private static long Add(Statements statements, Joiner joiner, string address, DateTimeOffset at) => statements[AddSql].Scalar<long>(
        ("Email", joiner.Email), ("address", address), ("Name", joiner.Name), ("at", at.ToStorage()), ("token", SecretToken.New()));

    private static Actor ActorOf(AskedBy by) => by switch
    {
        AskedBy.Self => Actor.Subscriber,
        _ => Actor.Admin,
    };

    private static int ForgetOthers(DbConnection connection, long id, Joiner joiner) =>
        connection.ExecuteScalar<long>(OnlySettingsSql, new { id }) > 0
            ? connection.Execute(ForgetSql, new { id, joiner.Roles, joiner.Areas })
            : 0;

    private static bool Rename(DbConnection connection, long id, string? name)
    {
        using var statements = new Statements(connection);
        return Rename(statements, id, name);
    }

    private static int AddAll(DbConnection connection, string sql, long id, IReadOnlyList<string> values) =>
        values.Sum(value => connection.Execute(sql, new { id, value }));

    private sealed record Row(long Id, string State, string? EndedAt)
    {
        public bool HasOptedOut => State is nameof(SubscriberState.Unsubscribed) or nameof(SubscriberState.Suppressed);
    }
}
