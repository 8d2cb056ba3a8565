using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class OrganisationCheck
{
    private const string Section = "Organisations";

    public static IEnumerable<SettingsMistake> Of(IReadOnlyDictionary<string, OrganisationSettings> organisations, IReadOnlyCollection<string> roles) =>
    [
        .. organisations.SelectMany(one => One(SettingsPath.Join(Section, one.Key), one.Key, one.Value)),
        .. new TeamCheck(roles).Of([.. organisations.SelectMany(one =>
            one.Value.Teams.Select(team => new TeamRow(SettingsPath.Join($"{Section}:{one.Key}:Teams", team.Key), team.Key, team.Value)))]),
    ];

    private static IEnumerable<SettingsMistake> One(string path, string id, OrganisationSettings organisation) =>
    [
        .. IdCheck.Word(path, id),
        .. TextCheck.Needed($"{path}:Name", organisation.Name, "write the organisation's name"),
        .. AddressCheck.Of($"{path}:Contact", organisation.Contact),
    ];
}
