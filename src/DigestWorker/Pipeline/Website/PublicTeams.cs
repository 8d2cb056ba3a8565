using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Website;

/// <summary>The teams that have a calendar, each with what its people follow together.</summary>
internal sealed class PublicTeams(DigestSettings settings, Subscribers subscribers)
{
    public IReadOnlyList<PublicTeam> Run()
    {
        var members = subscribers.All()
            .Where(one => one.State == SubscriberState.Active)
            .SelectMany(one => one.Teams.Select(team => (Team: team, one.Roles)))
            .GroupBy(one => one.Team, one => one.Roles, StringComparer.OrdinalIgnoreCase)
            .Select(team => (Name: team.Key, Roles: RolesOf(team)))
            .Where(team => team.Roles.Count > 0).ToList();
        var files = PublicNames.Calendars([.. members.Select(team => team.Name)], settings.Roles);
        return [.. members.Select(team => new PublicTeam(team.Name, files[team.Name], team.Roles))];
    }

    private List<Role> RolesOf(IEnumerable<IReadOnlyList<string>> members)
    {
        var ids = members.SelectMany(roles => roles).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. settings.Roles.Where(role => ids.Contains(role.Id))];
    }
}

/// <param name="Roles">Of all its people, each once.</param>
internal sealed record PublicTeam(string Name, string File, IReadOnlyList<Role> Roles);
