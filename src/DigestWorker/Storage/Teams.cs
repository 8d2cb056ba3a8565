using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Teams and their members. What a roster says of a member never touches what that person chose.</summary>
internal sealed class Teams(Database database, Joining joining)
{
    private static string FindSql(Dialect dialect) => $"""
        select id from team
        where {dialect.WhereCaseIsIgnored("key")} = {dialect.WhereCaseIsIgnored("@team")} or lower(name) = lower(@team)
        order by {dialect.WhereCaseIsIgnored("key")} <> {dialect.WhereCaseIsIgnored("@team")}
        limit 1
        """;

    private const string AddSql = "insert into team (key, name, token) values (@team, @team, @token) returning id";

    private const string HasRolesSql = "select exists (select 1 from team_role where team_id = @teamId)";

    private const string MembersSql = """
        select s.id as Id, s.email as Email, s.address as Address, s.state as State, s.ended_at as EndedAt
        from team_member m join subscriber s on s.id = m.subscriber_id
        where m.team_id = @teamId
        order by s.address
        """;

    private const string EndedSql = "select count(*) from subscriber where id = @id and ended_at is not null";

    private static string HashSql(Dialect dialect) => $"""
        select roster_hash from team where {dialect.WhereCaseIsIgnored("key")} = {dialect.WhereCaseIsIgnored("@key")}
        """;

    private static string NoteHashSql(Dialect dialect) => $"""
        update team set roster_hash = @hash where {dialect.WhereCaseIsIgnored("key")} = {dialect.WhereCaseIsIgnored("@key")}
        """;

    private const string DeleteSql = "delete from team where id = @teamId";

    /// <summary>Makes the roster true: whoever is in it joins, whoever it does not name leaves this team. One without joiners changes nobody.</summary>
    /// <param name="accept">Looks at what would happen before anything does; what it throws ends it.</param>
    /// <exception cref="KeyFault">Nobody could be subscribed; whoever the roster does not name has left all the same.</exception>
    public RosterChange Follow(string team, Roster roster, RosterRun run, Action<RosterSize> accept)
    {
        try
        {
            return FollowWhole(team, roster, run, accept);
        }
        catch (KeyFault fault) when (run.Keep)
        {
            // Leaving takes no key.
            var left = database.InTransaction(connection => Find(connection, team) is { } teamId ? LeaveAll(connection, teamId, roster, run, accept) : 0);
            throw left == 0 ? fault : new KeyFault($"{fault.Message} {(left == 1 ? "1 member whom the roster does not name has" : $"{left} members whom the roster does not name have")} left the team all the same.");
        }
    }

    private RosterChange FollowWhole(string team, Roster roster, RosterRun run, Action<RosterSize> accept) =>
        database.InTransaction(
            connection =>
            {
                using var statements = new Statements(connection);
                var teamId = Ensure(connection, team);
                var leaving = Gone(connection, teamId, roster, accept);
                // Before the work as well as after it: a long roster is not joined for nothing at every turn.
                joining.Confirm(connection);
                var outcomes = Join(new TeamMembers(statements, joining, teamId, (Actor.Admin, run.At)), roster.Joiners, run.Progress);
                joining.Confirm(connection);
                return new RosterChange(outcomes, Leave(statements, teamId, leaving, (Actor.Admin, run.At)));
            },
            run.Keep);

    /// <summary>Adds people to the team; nobody leaves it.</summary>
    /// <param name="keep">False only shows what would happen.</param>
    /// <returns>An outcome for each joiner, in order; all are kept or, when something fails, none.</returns>
    public IReadOnlyList<JoinOutcome> Add(string team, IReadOnlyList<Joiner> joiners, (Actor By, DateTimeOffset At) who, bool keep = true) =>
        database.InTransaction(
            connection =>
            {
                using var statements = new Statements(connection);
                var outcomes = Join(new TeamMembers(statements, joining, Ensure(connection, team), who), joiners, progress: null);
                joining.Confirm(connection);
                return outcomes;
            },
            keep);

    /// <returns>False where nobody of this id is in the team.</returns>
    public bool Remove(long teamId, long subscriberId, (Actor By, DateTimeOffset At) who) =>
        database.InTransaction(connection => Leaving.LeaveTeam(connection, teamId, subscriberId, who));

    /// <returns>False where nobody of this address is in the team.</returns>
    public bool Remove(string email, string team, DateTimeOffset at) => database.InTransaction(connection =>
        Find(connection, team) is { } teamId
        && KnownAddress.Ids(connection, email).Where(id => Leaving.LeaveTeam(connection, teamId, id, (Actor.Admin, at))).ToList().Count > 0);

    /// <summary>Everybody leaves the team, which is gone then; whoever has nothing else is subscribed no more.</summary>
    /// <returns>Those who were subscribed.</returns>
    public IReadOnlyList<Leaver> Dissolve(long teamId, DateTimeOffset at) => database.InTransaction(connection =>
    {
        using var statements = new Statements(connection);
        var leavers = Leave(statements, teamId, connection.Query<MemberRow>(MembersSql, new { teamId }).AsList(), (Actor.Admin, at));
        connection.Execute(DeleteSql, new { teamId });
        return leavers;
    });

    /// <returns>The hash of the roster that was followed last; null where none was.</returns>
    public string? RosterHash(string key)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<string?>(HashSql(Dialect.Of(connection)), new { key });
    }

    public void NoteRoster(string key, string hash) => database.InTransaction(connection => connection.Execute(NoteHashSql(Dialect.Of(connection)), new { key, hash }));

    /// <summary>Whether a member for whom the roster names no role has one all the same.</summary>
    public bool HasRoles(string team)
    {
        using var connection = database.Open();
        return Find(connection, team) is { } teamId && connection.ExecuteScalar<bool>(HasRolesSql, new { teamId });
    }

    private static int LeaveAll(DbConnection connection, long teamId, Roster roster, RosterRun run, Action<RosterSize> accept)
    {
        using var statements = new Statements(connection);
        return Leave(statements, teamId, Gone(connection, teamId, roster, accept), (Actor.Admin, run.At)).Count;
    }

    private static List<MemberRow> Gone(DbConnection connection, long teamId, Roster roster, Action<RosterSize> accept)
    {
        var members = connection.Query<MemberRow>(MembersSql, new { teamId }).AsList();
        var gone = Missing(members, roster);
        accept(new RosterSize(members.Count(member => member.IsSubscribed), gone.Count(member => member.IsSubscribed)));
        return gone;
    }

    private static List<JoinOutcome> Join(TeamMembers members, IReadOnlyList<Joiner> joiners, IProgress<RosterProgress>? progress)
    {
        var outcomes = new List<JoinOutcome>(joiners.Count);
        foreach (var joiner in joiners)
        {
            outcomes.Add(members.Join(joiner));
            if (outcomes.Count % RosterRun.Step == 0)
            {
                progress?.Report(new RosterProgress(outcomes.Count, joiners.Count));
            }
        }

        return outcomes;
    }

    // In memory, not in SQL: a roster may be longer than a statement may have parameters.
    private static List<MemberRow> Missing(List<MemberRow> members, Roster roster)
    {
        var named = roster.Named.SelectMany(EmailAddress.Spellings).ToHashSet(StringComparer.Ordinal);
        return roster.Joiners.Count == 0 ? [] : [.. members.Where(member => !named.Contains(member.Address))];
    }

    private static List<Leaver> Leave(Statements statements, long teamId, List<MemberRow> leaving, (Actor By, DateTimeOffset At) who)
    {
        var leavers = new List<Leaver>();
        foreach (var member in leaving)
        {
            Leaving.LeaveTeam(statements, teamId, member.Id, who);
            if (member.IsSubscribed)
            {
                leavers.Add(new Leaver(member.Email, Ended: statements[EndedSql].Scalar<long>(("id", member.Id)) == 1));
            }
        }

        return leavers;
    }

    private static long? Find(DbConnection connection, string team) => connection.ExecuteScalar<long?>(FindSql(Dialect.Of(connection)), new { team });

    /// <returns>The id of the team of this key or name; made when it is new.</returns>
    private static long Ensure(DbConnection connection, string team) =>
        Find(connection, team) ?? connection.ExecuteScalar<long>(AddSql, new { team, token = SecretToken.New() });

    private sealed record MemberRow(long Id, string Email, string Address, string State, string? EndedAt)
    {
        public bool IsSubscribed => EndedAt is null && State is not (nameof(SubscriberState.Unsubscribed) or nameof(SubscriberState.Suppressed));
    }
}
