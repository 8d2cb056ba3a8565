using DigestWorker.Domain;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal sealed class TeamCheck(IReadOnlyCollection<string> roles)
{
    public IEnumerable<SettingsMistake> Of(IReadOnlyList<TeamRow> teams) =>
    [
        .. teams.SelectMany(One),
        .. Repeated(teams, "id", row => row.Id),
        .. Repeated(teams.DistinctBy(row => row.Id, StringComparer.OrdinalIgnoreCase), "name", row => row.Team.Name ?? row.Id),
    ];

    private IEnumerable<SettingsMistake> One(TeamRow row) =>
    [
        .. IdCheck.Word(row.Path, row.Id),
        .. TextCheck.OneLine($"{row.Path}:Name", row.Team.Name),
        .. AddressCheck.Of($"{row.Path}:Contact", row.Team.Contact),
        .. IdCheck.UnknownRows($"{row.Path}:Roles", row.Team.Roles, "role", roles),
        .. TextCheck.Areas($"{row.Path}:Areas", row.Team.Areas),
        .. Quiet($"{row.Path}:QuietWeeks", row.Team.QuietWeeks),
        .. TextCheck.OneLine($"{row.Path}:Roster", row.Team.Roster),
    ];

    private static IEnumerable<SettingsMistake> Quiet(string path, List<string> weeks) =>
        weeks.Index()
            .Where(week => QuietDays.Parse(week.Item) is null)
            .Select(week => SettingsMistake.Found(
                SettingsPath.Join(path, week.Index), week.Item, "write the first day and the last, in order, such as \"2026-12-21 to 2027-01-03\""));

    // Verbs take a team by either, whatever its organisation.
    private static IEnumerable<SettingsMistake> Repeated(IEnumerable<TeamRow> teams, string what, Func<TeamRow, string> text)
    {
        var first = new Dictionary<string, TeamRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in teams)
        {
            if (!first.TryAdd(text(row), row))
            {
                yield return new SettingsMistake(row.Path, $"the {what} {Quoted.Text(text(row))} is that of {first[text(row)].Path} too; give each team one of its own");
            }
        }
    }
}

/// <summary>A team with where it stands in the settings.</summary>
internal sealed record TeamRow(string Path, string Id, TeamSettings Team);
