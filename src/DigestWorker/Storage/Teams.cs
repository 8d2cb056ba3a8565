using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Changes who is in a team by hand. What is said of a member never touches what that person chose.</summary>
internal sealed class Teams(Database database, Joining joining)
{
    /// <summary>Adds people to the team; nobody leaves it.</summary>
    /// <param name="keep">False only shows what would happen.</param>
    /// <returns>An outcome for each joiner, in order; all are kept or, when something fails, none.</returns>
    public IReadOnlyList<JoinOutcome> Add(string team, IReadOnlyList<Joiner> joiners, (Actor By, DateTimeOffset At) who, bool keep = true) =>
        database.InTransaction(
            connection =>
            {
                using var statements = new Statements(connection);
                var outcomes = new TeamMembers(statements, joining, KnownTeam.Ensure(connection, team), who).Join(joiners, progress: null);
                joining.Confirm(connection);
                return outcomes;
            },
            keep);

    /// <returns>False where nobody of this id is in the team.</returns>
    public bool Remove(long teamId, long subscriberId, (Actor By, DateTimeOffset At) who) =>
        database.InTransaction(connection => Leaving.LeaveTeam(connection, teamId, subscriberId, who));

    /// <returns>False where nobody of this address is in the team.</returns>
    public bool Remove(string email, string team, DateTimeOffset at) => database.InTransaction(connection =>
        KnownTeam.Find(connection, team) is { } teamId
        && KnownAddress.Ids(connection, email).Where(id => Leaving.LeaveTeam(connection, teamId, id, (Actor.Admin, at))).ToList().Count > 0);

    /// <summary>Everybody leaves the team, which is gone then; whoever has nothing else is subscribed no more.</summary>
    /// <returns>Those who were subscribed.</returns>
    public IReadOnlyList<Leaver> Dissolve(long teamId, DateTimeOffset at) => database.InTransaction(connection =>
    {
        using var statements = new Statements(connection);
        var leavers = TeamLeavers.Leave(statements, teamId, TeamLeavers.Members(connection, teamId), (Actor.Admin, at));
        KnownTeam.Delete(connection, teamId);
        return leavers;
    });
}
