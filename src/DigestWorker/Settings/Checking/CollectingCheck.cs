using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class CollectingCheck
{
    private const string Path = "Collecting:Contact";

    public static IEnumerable<SettingsMistake> Of(CollectingSettings collecting) => collecting.Contact switch
    {
        null => [],
        var contact when contact.Contains("//", StringComparison.Ordinal) =>
            WebAddress.Advice(contact) is { } advice ? [SettingsMistake.Found(Path, contact, advice)] : TextCheck.OneLine(Path, contact),
        var contact => AddressCheck.Bare(Path, contact),
    };
}
