using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Takes people into one team, a flood of them too.</summary>
internal sealed class TeamMembers(Statements statements, Joining joining, long teamId, (Actor By, DateTimeOffset At) who)
{
    private const string MemberSql = "insert into team_member (team_id, subscriber_id, since) values (@teamId, @id, @at) on conflict do nothing";

    private const string RolesSql = "select role from team_member_role where team_id = @teamId and subscriber_id = @id";

    private const string AreasSql = "select area from team_member_area where team_id = @teamId and subscriber_id = @id";

    private const string ForgetRoleSql = "delete from team_member_role where team_id = @teamId and subscriber_id = @id and role = @value";

    private const string ForgetAreaSql = "delete from team_member_area where team_id = @teamId and subscriber_id = @id and area = @value";

    private const string RoleSql = "insert into team_member_role (team_id, subscriber_id, role) values (@teamId, @id, @value)";

    private const string AreaSql = "insert into team_member_area (team_id, subscriber_id, area) values (@teamId, @id, @value)";

    // Whoever is in several teams is not to be renamed by the contact of one.
    private bool IsAdmin => who.By == Actor.Admin;

    /// <returns>An outcome for each, in order.</returns>
    public List<JoinOutcome> Join(IReadOnlyList<Joiner> joiners, IProgress<RosterProgress>? progress)
    {
        var outcomes = new List<JoinOutcome>(joiners.Count);
        foreach (var joiner in joiners)
        {
            outcomes.Add(Join(joiner));
            if (outcomes.Count % RosterRun.Step == 0)
            {
                progress?.Report(new RosterProgress(outcomes.Count, joiners.Count));
            }
        }

        return outcomes;
    }

    // Makes what the roster says true of one member.
    private JoinOutcome Join(Joiner joiner)
    {
        if (joining.Entering.Enter(statements, joiner, ownAsking: false, who.At) is not ({ } id, var outcome))
        {
            return JoinOutcome.OptedOut;
        }

        var isNew = statements[MemberSql].Run(("teamId", teamId), ("id", id), ("at", who.At.ToStorage())) == 1;
        var changed = isNew
            | Replace(id, isNew ? [] : Said(RolesSql, id), joiner.Roles, (ForgetRoleSql, RoleSql))
            | Replace(id, isNew ? [] : Said(AreasSql, id), joiner.Areas, (ForgetAreaSql, AreaSql));
        var renamed = IsAdmin && Joining.Rename(statements, id, joiner.Name);
        if (changed || renamed)
        {
            SubscriberChanges.Note(statements, id, who, outcome == JoinOutcome.Joined ? "subscribed by a team" : changed ? "team, roles or areas by a team" : "name by a team");
        }

        return outcome == JoinOutcome.Joined ? outcome : changed || renamed ? JoinOutcome.Extended : JoinOutcome.Unchanged;
    }

    private List<string> Said(string sql, long id) => statements[sql].List(row => row.GetString(0), ("teamId", teamId), ("id", id));

    private bool Replace(long id, List<string> said, IReadOnlyList<string> wanted, (string Forget, string Add) sql)
    {
        string[] gone = [.. said.Except(wanted, StringComparer.Ordinal)], added = [.. wanted.Except(said, StringComparer.Ordinal)];
        foreach (var value in gone)
        {
            statements[sql.Forget].Run(("teamId", teamId), ("id", id), ("value", value));
        }

        foreach (var value in added)
        {
            statements[sql.Add].Run(("teamId", teamId), ("id", id), ("value", value));
        }

        return gone.Length + added.Length > 0;
    }
}
