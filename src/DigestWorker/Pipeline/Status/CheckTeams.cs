using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Status;

/// <summary>
/// What may be meant so of teams: whom the watched rosters name in vain, as a number that says neither who it is nor why, and teams that
/// the settings have no more. Makes nothing, as no check does.
/// </summary>
internal sealed class CheckTeams(DigestSettings settings, Database database, TeamLists lists, TimeProvider time)
{
    /// <returns>Advice alone; of a roster or a database that cannot be read others tell.</returns>
    public IReadOnlyList<CheckResult> Run()
    {
        if (!database.IsMade())
        {
            return [];
        }

        try
        {
            return [.. NamedInVain(), .. GoneFromSettings()];
        }
        catch (Exception fault) when (fault is DbException or KeyFault)
        {
            return [];
        }
    }

    private List<CheckResult> NamedInVain()
    {
        using var connection = database.Open();
        var entering = new Entering(new OptOuts(KeyFile.TryRead(settings.Storage.KeyFile) ?? KeyRing.New()));
        return [.. Teams
            .Where(team => team.Roster is not null)
            .Select(team => (team.Name, Count: entering.KeptOut(connection, Named(team))))
            .Where(one => one.Count > 0)
            .Select(one => Note(
                "Roster",
                $"That of team '{one.Name}' names {People(one.Count)} who cannot be subscribed by it: whoever stops the digest, has their data deleted or cannot be reached by mail stays out. Their rows may stay or go."))];
    }

    // An import makes teams of no organisation, which the settings never had.
    private IEnumerable<CheckResult> GoneFromSettings() =>
        from team in lists.All(EditionWeek.LondonDay(time.GetUtcNow()))
        let count = team.Members.GetValueOrDefault(SubscriberState.Active) + team.Members.GetValueOrDefault(SubscriberState.Paused)
        where team.Organisation is not null && count > 0 && !Teams.Any(one => one.Key.Equals(team.Key, StringComparison.OrdinalIgnoreCase))
        select Note("Team", $"Team '{team.Key}' stands in the settings no more and still subscribes {People(count)}; 'teams remove {team.Key}' ends that.");

    private IEnumerable<OrganisedTeam> Teams => settings.Organisations.SelectMany(organisation => organisation.Teams);

    private List<string> Named(OrganisedTeam team)
    {
        try
        {
            var rows = new RosterFile(new RosterRoles(settings.Roles), team.Roles.Count > 0).Read(RosterText.Read(team.Roster!));
            return [.. rows.Select(row => row.Joiner?.Email).OfType<string>()];
        }
        catch (Exception fault) when (fault is RosterFault or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string People(int count) => $"{count} {(count == 1 ? "person" : "people")}";

    private static CheckResult Note(string name, string words) => new(name, IsGood: false, words) { IsAdvice = true };
}
