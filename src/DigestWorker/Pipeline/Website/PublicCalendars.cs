using DigestWorker.Composing.Website;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Website;

/// <summary>A calendar for each role and each team of what is ahead in the releases that they follow.</summary>
internal sealed class PublicCalendars(DigestSettings settings, KeepCalendar keep)
{
    private readonly RoleChoice _choice = new(settings.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal));

    /// <param name="host">The public address's.</param>
    public IReadOnlyList<PublicFile> Run(string host, IReadOnlyList<PublicTeam> teams)
    {
        var ahead = keep.Run(host);
        return
        [
            .. settings.Roles.Select(role => new PublicFile(PublicNames.Calendar(role), Text($"Safeguarding dates for {role.Name}", ahead, [role]))),
            .. teams.Select(team => new PublicFile(team.File, Text($"Safeguarding dates, {SafeText.Line(team.Name)}", ahead, team.Roles))),
        ];
    }

    private string Text(string name, DaysAhead ahead, IReadOnlyList<Role> roles)
    {
        var chosen = _choice.Of(ahead.Releases, roles).Select(release => release.Id).ToHashSet();
        return CalendarText.Of(
            name,
            [.. ahead.Events.Where(one => chosen.Contains(one.ReleaseId))],
            [.. ahead.WithoutDay.Where(told => chosen.Contains(told.Release.Id))]);
    }
}
