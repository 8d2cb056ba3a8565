using System.Net.Mail;
using DigestWorker.Domain;

namespace DigestWorker.Settings.Checking;

/// <summary>The mailbox that bounces come back to.</summary>
internal static class BounceCheck
{
    private const string Address = "Delivery:BounceAddress", Maildir = "Delivery:BounceMaildir";

    // RFC 5321 §4.5.3.1.1: 64 octets before the @, of which a plus sign and the token take 33.
    private const int LongestLocal = 31;

    public static IEnumerable<SettingsMistake> Of(DeliverySettings delivery) =>
    [
        .. OfAddress(delivery),
        .. delivery.BounceMaildir is { } maildir ? TextCheck.Needed(Maildir, maildir, "write a folder, such as \"bounces\", or leave the key out") : [],
        .. ImapCheck.Of(delivery, BuiltWith.MailKit),
    ];

    private static IEnumerable<SettingsMistake> OfAddress(DeliverySettings delivery)
    {
        if (delivery is { BounceAddress: null, HasBounceMailbox: true })
        {
            yield return SettingsMistake.Missing(Address, "write the address whose mail lands in that mailbox, such as \"bounce@example.org\", or leave BounceMaildir and BounceImap out too");
        }

        if (delivery.BounceAddress is { } address && Advice(address, delivery.From) is { } advice)
        {
            yield return SettingsMistake.Found(Address, address, advice);
        }
    }

    private static string? Advice(string address, string from) => !EmailAddress.IsBare(address) ? "write an address such as \"bounce@example.org\""
        : new MailAddress(address) switch
        {
            var mailbox when mailbox.User.Contains('+', StringComparison.Ordinal) => "write it without +; each delivery adds + and a token of its own",
            { User.Length: > LongestLocal } => $"write at most {LongestLocal} characters before the @; each delivery adds a token of its own",
            var mailbox when EmailAddress.Parse(from) is { } sender && !AreOneFamily(mailbox.Host, sender.Host) =>
                $"receivers check it together with the sender; write an address at {sender.Host} or at a domain above or below it",
            _ => null,
        };

    private static bool AreOneFamily(string one, string other) => IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(string domain, string parent) =>
        domain.Equals(parent, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{parent}", StringComparison.OrdinalIgnoreCase);
}
