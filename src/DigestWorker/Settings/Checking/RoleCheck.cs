using DigestWorker.Domain;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class RoleCheck
{
    private static readonly string[] Kinds = [.. Enum.GetNames<Kind>().Select(name => name.ToLowerInvariant())];

    public static IEnumerable<SettingsMistake> Of(IReadOnlyDictionary<string, RoleSettings> roles, IReadOnlyCollection<string> topics)
    {
        string[] named = [.. roles.Where(role => role.Value.Name is not null).Select(role => role.Key)];
        return roles.SelectMany(role =>
        {
            var path = SettingsPath.Join("Roles", role.Key);
            return Id(path, role.Key, role.Value, named).Concat(Content(path, role.Value, topics));
        });
    }

    private static IEnumerable<SettingsMistake> Id(string path, string id, RoleSettings role, string[] named) =>
    [
        .. IdCheck.Spelling(path, id),
        .. IdCheck.Name(path, id, role.Name, named),
    ];

    private static IEnumerable<SettingsMistake> Content(string path, RoleSettings role, IReadOnlyCollection<string> topics) =>
    [
        .. Topics($"{path}:Topics", role.Topics, topics),
        .. IdCheck.UnknownKeys($"{path}:Kinds", role.Kinds.Keys, "kind of release", Kinds),
        .. TextCheck.Areas($"{path}:Areas", role.Areas),
        .. IdCheck.UnknownKeys($"{path}:UsefulFor", role.UsefulFor.Keys, "topic", topics),
        .. role.UsefulFor.SelectMany(use => TextCheck.OneLine($"{path}:UsefulFor:{use.Key}", use.Value)),
    ];

    private static IEnumerable<SettingsMistake> Topics(
        string path, IReadOnlyDictionary<string, double> weights, IReadOnlyCollection<string> topics) =>
        weights.Values.Any(weight => weight > 0)
            ? IdCheck.UnknownKeys(path, weights.Keys, "topic", topics)
            : [SettingsMistake.Missing(path, "write at least one topic with a weight above 0")];
}
