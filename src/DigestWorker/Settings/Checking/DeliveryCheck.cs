using DigestWorker.Domain;

namespace DigestWorker.Settings.Checking;

internal static class DeliveryCheck
{
    public static IEnumerable<SettingsMistake> Of(DeliverySettings delivery) =>
    [
        .. TextCheck.Needed("Delivery:PickupFolder", delivery.PickupFolder, "write a folder, such as \"outbox\""),
        .. AddressCheck.Of("Delivery:From", delivery.From),
        .. AddressCheck.Of("Delivery:ReplyTo", delivery.ReplyTo),
        .. AddressCheck.Of("Delivery:LettersFrom", delivery.LettersFrom),
        .. BounceCheck.Of(delivery),
        .. delivery.Canary is { } canary ? AddressCheck.Bare("Delivery:Canary", canary) : [],
        .. delivery.OnlyTo.Index().SelectMany(safe => SafeAddress($"Delivery:OnlyTo:{safe.Index}", safe.Item)),
        .. SmtpCheck.Of(delivery.Smtp),
        .. DkimCheck.Of(delivery.Dkim, delivery.From),
    ];

    private static IEnumerable<SettingsMistake> SafeAddress(string path, string safe) =>
        EmailAddress.IsBare(safe.StartsWith('@') ? $"anybody{safe}" : safe)
            ? []
            : [SettingsMistake.Found(path, safe, "write an address, or a domain as \"@example.org\"")];
}
