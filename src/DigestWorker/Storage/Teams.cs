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

    /// <returns>An outcome for each joiner, in order; all are kept or, when something fails, none.</returns>
    public IReadOnlyList<JoinOutcome> Import(string team, IReadOnlyList<Joiner> joiners, DateTimeOffset at) =>
        database.InTransaction(connection =>
        {
            var teamId = Ensure(connection, team);
            return joiners.Select(joiner => Join(connection, teamId, joiner, (Actor.Admin, at))).ToList();
        });

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
}
