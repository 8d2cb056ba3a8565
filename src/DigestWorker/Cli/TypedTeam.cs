using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>Team names as they are typed.</summary>
internal static class TypedTeam
{
    public static bool Are(Team team, string typed) => team.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <returns>The team of this key or, where there is none, of this name.</returns>
    public static ListedTeam? Find(IReadOnlyList<ListedTeam> teams, string typed) =>
        teams.FirstOrDefault(team => team.Key.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? teams.FirstOrDefault(team => team.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <returns>What to tell somebody who typed a name that is none of these teams'.</returns>
    public static string Fault(IReadOnlyList<Team> teams, string typed) => teams.Count == 0
        ? $"'{typed}' is not a team: no team subscribes anybody yet. 'subscribers import' makes one."
        : $"'{typed}' is not a team that subscribes anybody. The teams are: {string.Join(", ", teams.Select(team => team.Name))}.";

    /// <inheritdoc cref="Fault(IReadOnlyList{Team}, string)"/>
    public static string Fault(IReadOnlyList<ListedTeam> teams, string typed) => teams.Count == 0
        ? $"'{typed}' is not a team: there is none yet. 'subscribers import' makes one, and so does Organisations in the settings."
        : $"'{typed}' is not a team. The teams are: {string.Join(", ", teams.Select(team => team.Key))}.";
}
