using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Teams and their members. What a roster says of a member never touches what that person chose.</summary>
internal sealed class Teams(Database database, Joining joining)
{
    private const string EnsureSql = """
        insert into team (key, name, token) values (@name, @name, @token)
        on conflict (key) do update set key = team.key
        returning id
        """;

    private const string MemberSql = "insert into team_member (team_id, subscriber_id, since) values (@teamId, @id, @at) on conflict do nothing";

    private const string ForgetSql = """
        delete from team_member_role where team_id = @teamId and subscriber_id = @id and role not in @Roles;
        delete from team_member_area where team_id = @teamId and subscriber_id = @id and area not in @Areas
        """;

    private const string RoleSql = "insert into team_member_role (team_id, subscriber_id, role) values (@teamId, @id, @value) on conflict do nothing";

    private const string AreaSql = "insert into team_member_area (team_id, subscriber_id, area) values (@teamId, @id, @value) on conflict do nothing";

    private const string MembersSql = """
        select s.id as Id, s.email as Email, s.address as Address, s.state as State, s.ended_at as EndedAt
        from team_member m join subscriber s on s.id = m.subscriber_id
        where m.team_id = @teamId
        order by s.address
        """;

    private const string EndedSql = "select count(*) from subscriber where id = @id and ended_at is not null";

    private const string MemberIdSql = """
        select m.team_id as TeamId, m.subscriber_id as SubscriberId
        from team_member m join team t on t.id = m.team_id join subscriber s on s.id = m.subscriber_id
        where t.key = @team and s.address = @address
        """;

    /// <summary>Makes the roster true: whoever is in it joins, whoever is not leaves this team. An empty one changes nobody.</summary>
    /// <param name="accept">Looks at the change before it is kept; what it throws takes all of it back.</param>
    /// <param name="keep">False only shows what would happen.</param>
    public RosterChange Follow(string team, IReadOnlyList<Joiner> roster, (DateTimeOffset At, bool Keep) run, Action<RosterChange> accept) =>
        database.InTransaction(
            connection =>
            {
                var teamId = Ensure(connection, team);
                var before = connection.Query<MemberRow>(MembersSql, new { teamId }).Where(member => member.IsSubscribed).ToList();
                var outcomes = roster.Select(joiner => Join(connection, teamId, joiner, (Actor.Admin, run.At))).ToList();
                var change = new RosterChange(outcomes, Leave(connection, teamId, roster, (Actor.Admin, run.At)), before.Count);
                accept(change);
                return change;
            },
            run.Keep);

    /// <summary>Adds people to the team; nobody leaves it.</summary>
    /// <returns>An outcome for each joiner, in order; all are kept or, when something fails, none.</returns>
    public IReadOnlyList<JoinOutcome> Import(string team, IReadOnlyList<Joiner> joiners, DateTimeOffset at) =>
        database.InTransaction(connection =>
        {
            var teamId = Ensure(connection, team);
            return joiners.Select(joiner => Join(connection, teamId, joiner, (Actor.Admin, at))).ToList();
        });

    /// <returns>False where nobody of this address is in the team.</returns>
    public bool Remove(string email, string team, DateTimeOffset at) => database.InTransaction(connection =>
        connection.QuerySingleOrDefault<MemberKey>(MemberIdSql, new { team, address = EmailAddress.Normalise(email) }) is { } member
        && Leaving.LeaveTeam(connection, member.TeamId, member.SubscriberId, (Actor.Admin, at)));

    // In memory, not in SQL: a roster may be longer than a statement may have parameters.
    private static List<Leaver> Leave(DbConnection connection, long teamId, IReadOnlyList<Joiner> roster, (Actor By, DateTimeOffset At) who)
    {
        var named = roster.Select(joiner => EmailAddress.Normalise(joiner.Email)).ToHashSet(StringComparer.Ordinal);
        var leavers = new List<Leaver>();
        foreach (var member in named.Count == 0 ? [] : connection.Query<MemberRow>(MembersSql, new { teamId }).Where(member => !named.Contains(member.Address)))
        {
            Leaving.LeaveTeam(connection, teamId, member.Id, who);
            if (member.IsSubscribed)
            {
                leavers.Add(new Leaver(member.Email, Ended: connection.ExecuteScalar<long>(EndedSql, new { id = member.Id }) == 1));
            }
        }

        return leavers;
    }

    /// <returns>The id of the team of this key; made when it is new.</returns>
    private static long Ensure(DbConnection connection, string name) =>
        connection.ExecuteScalar<long>(EnsureSql, new { name, token = SecretToken.New() });

    private JoinOutcome Join(DbConnection connection, long teamId, Joiner joiner, (Actor By, DateTimeOffset At) who)
    {
        if (joining.Enter(connection, joiner, ownAsking: false, who.At) is not ({ } id, var outcome))
        {
            return JoinOutcome.OptedOut;
        }

        var changed = connection.Execute(MemberSql, new { teamId, id, at = who.At.ToStorage() })
            + connection.Execute(ForgetSql, new { teamId, id, joiner.Roles, joiner.Areas })
            + joiner.Roles.Sum(value => connection.Execute(RoleSql, new { teamId, id, value }))
            + joiner.Areas.Sum(value => connection.Execute(AreaSql, new { teamId, id, value }));
        if (changed > 0)
        {
            SubscriberChanges.Note(connection, id, who, outcome == JoinOutcome.Joined ? "subscribed by a team" : "team, roles or areas by a team");
        }

        return outcome == JoinOutcome.Joined ? outcome : changed > 0 ? JoinOutcome.Extended : JoinOutcome.Unchanged;
    }

    private sealed record MemberRow(long Id, string Email, string Address, string State, string? EndedAt)
    {
        public bool IsSubscribed => EndedAt is null && State is not (nameof(SubscriberState.Unsubscribed) or nameof(SubscriberState.Suppressed));
    }

    private sealed record MemberKey(long TeamId, long SubscriberId);
}

/// <summary>What a roster does to its team.</summary>
/// <param name="Outcomes">One for each of its people, in order.</param>
/// <param name="Before">How many members were subscribed before.</param>
internal sealed record RosterChange(IReadOnlyList<JoinOutcome> Outcomes, IReadOnlyList<Leaver> Leavers, int Before);

/// <param name="Ended">Nothing else subscribes this person: the digest ends.</param>
internal sealed record Leaver(string Email, bool Ended);
