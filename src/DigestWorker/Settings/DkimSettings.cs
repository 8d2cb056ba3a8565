namespace DigestWorker.Settings;

/// <summary>Signs mail where a key is named. A class, not a record: nothing may print it.</summary>
internal sealed class DkimSettings
{
    /// <summary>The From address's domain where left out.</summary>
    public string? Domain { get; init; }

    /// <summary>Under which name the public key stands in the domain's DNS.</summary>
    public string? Selector { get; init; }

    /// <summary>A private RSA key as PEM; a relative path counts from the settings file.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The PEM text itself, which only the environment may give: DIGEST__Delivery__Dkim__Key.</summary>
    public string? Key { get; init; }
}
