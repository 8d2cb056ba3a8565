using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Takes members out of one team, a flood of them too.</summary>
internal static class TeamLeavers
{
    private const string MembersSql = """
        select s.id as Id, s.email as Email, s.address as Address, s.state as State, s.ended_at as EndedAt
        from team_member m join subscriber s on s.id = m.subscriber_id
        where m.team_id = @teamId
        order by s.address
        """;

    private const string EndedSql = "select count(*) from subscriber where id = @id and ended_at is not null";

    /// <returns>All members, with those who get no digest any more.</returns>
    public static List<StoredMember> Members(DbConnection connection, long teamId) => connection.Query<StoredMember>(MembersSql, new { teamId }).AsList();

    /// <returns>Those who were subscribed.</returns>
    public static List<Leaver> Leave(Statements statements, long teamId, List<StoredMember> leaving, (Actor By, DateTimeOffset At) who)
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
}

/// <summary>A member as the tables have one.</summary>
internal sealed record StoredMember(long Id, string Email, string Address, string State, string? EndedAt)
{
    public bool IsSubscribed => EndedAt is null && State is not (nameof(SubscriberState.Unsubscribed) or nameof(SubscriberState.Suppressed));
}
