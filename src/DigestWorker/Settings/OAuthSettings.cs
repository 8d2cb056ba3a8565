namespace DigestWorker.Settings;

/// <summary>
/// Signs in to the mail server with an access token (XOAUTH2): by the refresh token where there is one, else as the client
/// itself. A class, not a record: nothing may print it.
/// </summary>
internal sealed class OAuthSettings
{
    /// <summary>Where tokens are asked for; https, save on this machine.</summary>
    public string? TokenEndpoint { get; init; }

    public string? ClientId { get; init; }

    /// <summary>Better in the environment: DIGEST__Delivery__Smtp__OAuth__ClientSecret.</summary>
    public string? ClientSecret { get; init; }

    public string? ClientSecretFile { get; init; }

    /// <summary>Better in the environment: DIGEST__Delivery__Smtp__OAuth__RefreshToken.</summary>
    public string? RefreshToken { get; init; }

    public string? RefreshTokenFile { get; init; }

    public string? Scope { get; init; }
}
