using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class SubscriberCheck
{
    public static IEnumerable<SettingsMistake> Of(IReadOnlyList<SubscriberSettings> subscribers, IReadOnlyCollection<string> roles) =>
        subscribers
            .SelectMany((subscriber, index) => Row(SettingsPath.Join("Subscribers", index), subscriber, roles))
            .Concat(RepeatedRows.Of("Subscribers", "Email", subscribers.Select(subscriber => subscriber.Email)));

    private static IEnumerable<SettingsMistake> Row(string path, SubscriberSettings subscriber, IReadOnlyCollection<string> roles) =>
    [
        .. Email($"{path}:Email", subscriber.Email),
        .. TextCheck.OneLine($"{path}:Name", subscriber.Name),
        .. Roles($"{path}:Roles", subscriber.Roles, roles),
        .. TextCheck.Areas($"{path}:Areas", subscriber.Areas),
    ];

    private static IEnumerable<SettingsMistake> Email(string path, string? email) =>
        email is null ? [SettingsMistake.Missing(path, "write this person's address")] : AddressCheck.Bare(path, email);

    private static IEnumerable<SettingsMistake> Roles(string path, List<string> chosen, IReadOnlyCollection<string> roles) =>
        chosen.Count == 0
            ? [SettingsMistake.Missing(path, $"write at least one of {string.Join(", ", roles)}")]
            : IdCheck.UnknownRows(path, chosen, "role", roles);
}
