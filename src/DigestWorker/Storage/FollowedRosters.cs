using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Makes rosters true for their teams, and knows which one was followed last.</summary>
internal sealed class FollowedRosters(Database database, Joining joining)
{
    private const string HasRolesSql = "select exists (select 1 from team_role where team_id = @teamId)";

    private static string HashSql(Dialect dialect) => $"""
        select roster_hash from team where {dialect.Same("key", "@key")}
        """;

    private static string NoteSql(Dialect dialect) => $"""
        update team set roster_hash = @hash where {dialect.Same("key", "@key")}
        """;

    /// <summary>Whoever is in the roster joins, whoever it does not name leaves this team. One without joiners changes nobody.</summary>
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
            var left = database.InTransaction(connection => KnownTeam.Find(connection, team) is { } teamId ? LeaveAll(connection, teamId, roster, run, accept) : 0);
            throw left == 0 ? fault : new KeyFault($"{fault.Message} {(left == 1 ? "1 member whom the roster does not name has" : $"{left} members whom the roster does not name have")} left the team all the same.");
        }
    }

    /// <returns>The hash of the roster that was followed last; null where none was.</returns>
    public string? Hash(string key)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<string?>(HashSql(Dialect.Of(connection)), new { key });
    }

    public void Note(string key, string hash) => database.InTransaction(connection => connection.Execute(NoteSql(Dialect.Of(connection)), new { key, hash }));

    /// <summary>Whether a member for whom the roster names no role has one all the same.</summary>
    public bool HasRoles(string team)
    {
        using var connection = database.Open();
        return KnownTeam.Find(connection, team) is { } teamId && connection.ExecuteScalar<bool>(HasRolesSql, new { teamId });
    }

    private RosterChange FollowWhole(string team, Roster roster, RosterRun run, Action<RosterSize> accept) =>
        database.InTransaction(
            connection =>
            {
                using var statements = new Statements(connection);
                var teamId = KnownTeam.Ensure(connection, team);
                var leaving = Gone(connection, teamId, roster, accept);
                // Before the work as well as after it: a long roster is not joined for nothing at every turn.
                joining.Confirm(connection);
                var outcomes = new TeamMembers(statements, joining, teamId, (Actor.Admin, run.At)).Join(roster.Joiners, run.Progress);
                joining.Confirm(connection);
                return new RosterChange(outcomes, TeamLeavers.Leave(statements, teamId, leaving, (Actor.Admin, run.At)));
            },
            run.Keep);

    private static int LeaveAll(DbConnection connection, long teamId, Roster roster, RosterRun run, Action<RosterSize> accept)
    {
        using var statements = new Statements(connection);
        return TeamLeavers.Leave(statements, teamId, Gone(connection, teamId, roster, accept), (Actor.Admin, run.At)).Count;
    }

    private static List<StoredMember> Gone(DbConnection connection, long teamId, Roster roster, Action<RosterSize> accept)
    {
        var members = TeamLeavers.Members(connection, teamId);
        var gone = Missing(members, roster);
        accept(new RosterSize(members.Count(member => member.IsSubscribed), gone.Count(member => member.IsSubscribed)));
        return gone;
    }

    // In memory, not in SQL: a roster may be longer than a statement may have parameters.
    private static List<StoredMember> Missing(List<StoredMember> members, Roster roster)
    {
        var named = roster.Named.SelectMany(EmailAddress.Spellings).ToHashSet(StringComparer.Ordinal);
        return roster.Joiners.Count == 0 ? [] : [.. members.Where(member => !named.Contains(member.Address))];
    }
}
