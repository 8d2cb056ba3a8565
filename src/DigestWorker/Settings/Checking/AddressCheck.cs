using System.Net.Mail;

namespace DigestWorker.Settings.Checking;

/// <summary>Mail addresses, with or without a name before them.</summary>
internal static class AddressCheck
{
    private const int LongestAddress = 254;
    private const int LongestLabel = 63;

    /// <summary>An address or <c>Name &lt;address&gt;</c>; none where it is left out.</summary>
    public static IEnumerable<SettingsMistake> Of(string path, string? text)
    {
        if (text is not null && Parse(text) is null)
        {
            yield return SettingsMistake.Found(
                path, text, "write an address such as \"safeguarding@example.org\" or \"Safeguarding <safeguarding@example.org>\"");
        }
    }

    /// <summary>An address alone.</summary>
    public static IEnumerable<SettingsMistake> Bare(string path, string text)
    {
        if (!IsBare(text))
        {
            yield return SettingsMistake.Found(path, text, "write an address such as \"lead@example.org\"");
        }
    }

    public static bool IsBare(string text) => Parse(text)?.Address == text;

    // MailAddress alone takes lists and comments too.
    private static MailAddress? Parse(string text) =>
        text.Count(letter => letter == '@') == 1
        && !text.Any(char.IsControl)
        && MailAddress.TryCreate(text, out var address)
        && (text == address.Address || text.EndsWith($"<{address.Address}>", StringComparison.Ordinal))
        && address.Address.Length <= LongestAddress
        && IsDomain(address.Host)
            ? address
            : null;

    private static bool IsDomain(string host)
    {
        var labels = host.Split('.');
        return labels.All(IsLabel) && (labels.Length > 1 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label.All(letter => char.IsLetterOrDigit(letter) || letter == '-')
        && label[0] != '-'
        && label[^1] != '-';
}
