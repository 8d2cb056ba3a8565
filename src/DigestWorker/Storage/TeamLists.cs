using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What there is to say of teams and their members.</summary>
internal sealed class TeamLists(Database database)
{
    private const string TeamsSql = """
        select t.id as Id, t.key as Key, t.name as Name, o.name as Organisation, t.contact as Contact, t.roster_hash as RosterHash
        from team t left join organisation o on o.id = t.organisation_id
        order by lower(t.name), t.name
        """;

    private const string QuietSql = """
        select team_id as TeamId, first_day as First, last_day as Last from team_quiet where last_day >= @today order by team_id, first_day
        """;

    private const string RolesSql = "select team_id as TeamId, role as Value from team_role order by team_id, role";

    private const string AreasSql = "select team_id as TeamId, area as Value from team_area order by team_id, area";

    private const string StatesSql = """
        select m.team_id as TeamId, s.state as State, count(*) as Members
        from team_member m join subscriber s on s.id = m.subscriber_id
        group by m.team_id, s.state
        """;

    private const string MembersSql = """
        select s.id as Id, s.email as Email, s.name as Name, s.state as State, m.since as Since
        from team_member m join subscriber s on s.id = m.subscriber_id
        where m.team_id = @teamId and s.ended_at is null and s.state not in ('Unsubscribed', 'Suppressed')
        order by s.address
        """;

    private const string MemberRolesSql = """
        select subscriber_id as SubscriberId, role as Value from team_member_role where team_id = @teamId order by subscriber_id, role
        """;

    private const string MemberAreasSql = """
        select subscriber_id as SubscriberId, area as Value from team_member_area where team_id = @teamId order by subscriber_id, area
        """;

    private const string OfTokenSql = "select id from team where token = @token";

    private const string TokenSql = "select token from team where id = @teamId";

    private const string RenewSql = "update team set token = @token where id = @teamId";

    /// <param name="today">The London day from which on quiet days are named.</param>
    public IReadOnlyList<ListedTeam> All(DateOnly today)
    {
        using var connection = database.Open();
        var (roles, areas) = (SharedLists.Read(connection, RolesSql), SharedLists.Read(connection, AreasSql));
        var quiet = connection.Query<QuietRow>(QuietSql, new { today = today.ToStorage() }).ToLookup(row => row.TeamId, row => row.ToQuietDays());
        var states = States(connection).ToLookup(row => row.TeamId);
        return [.. connection.Query<TeamRow>(TeamsSql).Select(row => new ListedTeam(row.Id, row.Key, row.Name)
        {
            Organisation = row.Organisation,
            Contact = row.Contact,
            Roles = roles.Of(row.Id),
            Areas = areas.Of(row.Id),
            NextQuiet = quiet[row.Id].FirstOrDefault(),
            Members = states[row.Id].ToDictionary(state => state.State, state => state.Members),
            RosterWasFollowed = row.RosterHash is not null,
        })];
    }

    /// <summary>The members who are subscribed, with what the roster says of them.</summary>
    public IReadOnlyList<ListedMember> Members(long teamId)
    {
        using var connection = database.Open();
        var (roles, areas) = (Said(connection, MemberRolesSql, teamId), Said(connection, MemberAreasSql, teamId));
        return [.. connection.Query<MemberRow>(MembersSql, new { teamId }).Select(row =>
            new ListedMember(row.Id, row.Email, row.Name, [.. roles[row.Id]], [.. areas[row.Id]], Enum.Parse<SubscriberState>(row.State), row.Since))];
    }

    /// <param name="token">Of the team's page.</param>
    /// <returns>Null where it opens nothing.</returns>
    public ListedTeam? Find(string token, DateOnly today)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<long?>(OfTokenSql, new { token }) is { } id ? All(today).First(team => team.Id == id) : null;
    }

    /// <summary>Opens the team's page; a secret.</summary>
    public string Token(long teamId)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<string>(TokenSql, new { teamId })!;
    }

    /// <summary>From now on the old one opens nothing.</summary>
    public string RenewToken(long teamId)
    {
        var token = SecretToken.New();
        database.InTransaction(connection => connection.Execute(RenewSql, new { teamId, token }));
        return token;
    }

    // Of a count among no rows Dapper cannot tell the type.
    private static List<(long TeamId, SubscriberState State, int Members)> States(DbConnection connection)
    {
        using var statement = new PreparedStatement(connection, StatesSql);
        return statement.List(row => (row.GetInt64(0), Enum.Parse<SubscriberState>(row.GetString(1)), row.GetInt32(2)));
    }

    private static ILookup<long, string> Said(DbConnection connection, string sql, long teamId) =>
        connection.Query<(long Id, string Value)>(sql, new { teamId }).ToLookup(row => row.Id, row => row.Value);

    private sealed record TeamRow(long Id, string Key, string Name, string? Organisation, string? Contact, string? RosterHash);

    private sealed record QuietRow(long TeamId, string First, string Last)
    {
        public QuietDays ToQuietDays() => new(StoredDay.FromStorage(First), StoredDay.FromStorage(Last));
    }

    private sealed record MemberRow(long Id, string Email, string? Name, string State, string Since);
}
