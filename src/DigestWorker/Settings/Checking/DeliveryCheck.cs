namespace DigestWorker.Settings.Checking;

internal static class DeliveryCheck
{
    public static IEnumerable<SettingsMistake> Of(DeliverySettings delivery) =>
    [
        .. TextCheck.Needed("Delivery:PickupFolder", delivery.PickupFolder, "write a folder, such as \"outbox\""),
        .. AddressCheck.Of("Delivery:From", delivery.From),
        .. AddressCheck.Of("Delivery:ReplyTo", delivery.ReplyTo),
        .. BounceCheck.Of(delivery),
        .. SmtpCheck.Of(delivery.Smtp),
        .. DkimCheck.Of(delivery.Dkim, delivery.From),
    ];
}
