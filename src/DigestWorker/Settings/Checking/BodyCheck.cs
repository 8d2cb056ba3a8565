using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class BodyCheck
{
    public static IEnumerable<SettingsMistake> Of(IReadOnlyDictionary<string, BodySettings> bodies) =>
        bodies.SelectMany(body => One(SettingsPath.Join("Bodies", body.Key), body.Key, body.Value));

    private static IEnumerable<SettingsMistake> One(string path, string name, BodySettings body) =>
    [
        .. TextCheck.Needed(path, name, "write the organisation's name"),
        .. body.Aliases.SelectMany((alias, at) =>
            TextCheck.Needed(SettingsPath.Join($"{path}:Aliases", at), alias, "write another name of it, such as \"DfE\"")),
        .. body.Hosts.SelectMany((host, at) => Host(SettingsPath.Join($"{path}:Hosts", at), host)),
    ];

    private static IEnumerable<SettingsMistake> Host(string path, string host) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal)
            ? []
            : [SettingsMistake.Found(path, host, "write a host name without https:// and path, such as \"nspcc.org.uk\"")];
}
