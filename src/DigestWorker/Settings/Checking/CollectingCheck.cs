using DigestWorker.Domain;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class CollectingCheck
{
    public static IEnumerable<SettingsMistake> Of(CollectingSettings collecting)
    {
        if (collecting.Contact is { } contact && !IsContact(contact))
        {
            yield return SettingsMistake.Found(
                "Collecting:Contact", contact, "write an address such as \"lead@example.org\" or the full https: address of a page");
        }
    }

    // It becomes part of an HTTP header.
    private static bool IsContact(string contact) =>
        contact.All(letter => char.IsAscii(letter) && !char.IsControl(letter))
        && (EmailAddress.IsBare(contact) || WebAddress.Advice(contact) is null);
}
