using DigestWorker.Domain;

namespace DigestWorker.Settings.Checking;

/// <summary>Mail addresses, with or without a name before them.</summary>
internal static class AddressCheck
{
    /// <summary>An address or <c>Name &lt;address&gt;</c>; none where it is left out.</summary>
    public static IEnumerable<SettingsMistake> Of(string path, string? text)
    {
        if (text is not null && EmailAddress.Parse(text) is null)
        {
            yield return SettingsMistake.Found(
                path, text, "write an address such as \"safeguarding@example.org\" or \"Safeguarding <safeguarding@example.org>\"");
        }
    }

    /// <summary>An address alone.</summary>
    public static IEnumerable<SettingsMistake> Bare(string path, string text)
    {
        if (!EmailAddress.IsBare(text))
        {
            yield return SettingsMistake.Found(path, text, "write an address such as \"lead@example.org\"");
        }
    }
}
