using DigestWorker.Domain;

namespace DigestWorker.Settings.Checking;

internal static class DkimCheck
{
    private const string Path = "Delivery:Dkim";
    private const int LongestSelector = 63;

    public static IEnumerable<SettingsMistake> Of(DkimSettings dkim, string from) =>
        dkim is { Domain: null, Selector: null, KeyFile: null, Key: null }
            ? []
            : [.. Key(dkim), .. Selector(dkim.Selector), .. Domain(dkim.Domain, from)];

    /// <summary>Labels of letters, digits and hyphens, joined by dots (RFC 6376 §3.1).</summary>
    public static bool IsSelector(string text) =>
        text.Length <= LongestSelector && text.Equals(EmailAddress.AsciiDomain(text), StringComparison.OrdinalIgnoreCase);

    public static bool IsDomain(string text) => EmailAddress.AsciiDomain(text) is { } domain && domain.Contains('.', StringComparison.Ordinal);

    private static IEnumerable<SettingsMistake> Key(DkimSettings dkim)
    {
        if (dkim is { Key: null, KeyFile: null })
        {
            yield return SettingsMistake.Missing(
                $"{Path}:KeyFile", "write the file that holds the private key, or leave Delivery:Dkim out; to make a key: digestworker dkim key --out FILE");
        }

        if (dkim.Key is { } pem && DkimKey.Fault(pem) is { } fault)
        {
            yield return SettingsMistake.Found(dkim.KeyFile is null ? $"{Path}:Key" : $"{Path}:KeyFile", dkim.KeyFile ?? pem, fault);
        }
    }

    private static IEnumerable<SettingsMistake> Selector(string? selector)
    {
        const string write = "write the name under which the public key stands in DNS, such as \"digest\" for digest._domainkey";
        if (selector is null)
        {
            yield return SettingsMistake.Missing($"{Path}:Selector", write);
        }
        else if (!IsSelector(selector))
        {
            yield return SettingsMistake.Found($"{Path}:Selector", selector, write);
        }
    }

    private static IEnumerable<SettingsMistake> Domain(string? domain, string from)
    {
        if (EmailAddress.Parse(from)?.Host is not { } sender)
        {
            yield break;
        }

        if (!IsDomain(domain ?? sender))
        {
            yield return domain is null
                ? SettingsMistake.Found("Delivery:From", from, "mail can be signed only for a full domain, such as \"example.org\"")
                : SettingsMistake.Found($"{Path}:Domain", domain, "write a full domain, such as \"example.org\"");
        }
        else if (!IsAtOrAbove(domain ?? sender, sender))
        {
            yield return SettingsMistake.Found(
                $"{Path}:Domain", domain!, $"receivers want a signature by the domain of Delivery:From, {sender}, or by one above it");
        }
    }

    private static bool IsAtOrAbove(string domain, string sender) =>
        $".{EmailAddress.AsciiDomain(sender)}".EndsWith($".{EmailAddress.AsciiDomain(domain)}", StringComparison.Ordinal);
}
