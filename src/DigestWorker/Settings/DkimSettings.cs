using System.ComponentModel;

namespace DigestWorker.Settings;

/// <summary>Signs mail where a key is named. A class, not a record: nothing may print it.</summary>
internal sealed class DkimSettings
{
    [Description("The domain that signs; the From address's where left out, or one above it.")]
    public string? Domain { get; init; }

    [Description("Under which name the public key stands in the domain's DNS, such as \"digest\" for digest._domainkey.")]
    public string? Selector { get; init; }

    [Description("A private RSA key as PEM, such as dkim.pem, which 'digestworker dkim key' makes; a relative path counts from the settings file.")]
    public string? KeyFile { get; init; }

    [Description("The PEM text itself, which only the environment may give: DIGEST__Delivery__Dkim__Key.")]
    public string? Key { get; init; }
}
