using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>What <c>teams list</c> says of one team.</summary>
/// <param name="Members">By state, in lower case.</param>
/// <param name="Roster">The watched file of the settings.</param>
/// <param name="RosterFollowed">Null where no roster is watched.</param>
internal sealed record TeamAnswer(
    string Key,
    string Name,
    string? Organisation,
    string? Contact,
    IReadOnlyDictionary<string, int> Members,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Areas,
    string? NextQuietDays,
    string? Roster,
    bool? RosterFollowed)
{
    public static readonly string[] Columns = ["Team", "Name", "Organisation", "Contact", "Members", "Roles", "Areas", "Quiet next", "Roster"];

    public static TeamAnswer Of(ListedTeam team, DigestSettings settings)
    {
        var roster = settings.Organisations.SelectMany(one => one.Teams).FirstOrDefault(one => one.Key.Equals(team.Key, StringComparison.OrdinalIgnoreCase))?.Roster;
        return new TeamAnswer(
            team.Key, team.Name, team.Organisation, team.Contact,
            Enum.GetValues<SubscriberState>().ToDictionary(state => state.ToString().ToLowerInvariant(), state => team.Members.GetValueOrDefault(state)),
            team.Roles, team.Areas, team.NextQuiet?.ToString(), roster, roster is null ? null : team.RosterWasFollowed);
    }

    public string[] Cells() =>
    [
        Key, Name, Organisation ?? "", Contact ?? "",
        string.Join(", ", Members.Where(state => state.Value > 0).Select(state => $"{state.Value} {state.Key}")),
        string.Join(", ", Roles), string.Join(", ", Areas), NextQuietDays ?? "",
        RosterFollowed switch { null => "", true => $"{Roster}, followed", false => $"{Roster}, not followed yet" },
    ];
}
