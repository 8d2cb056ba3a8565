using System.ComponentModel;

namespace DigestWorker.Settings;

/// <summary>
/// Signs in to the mail server with an access token (XOAUTH2): by the refresh token where there is one, else as the client
/// itself. A class, not a record: nothing may print it.
/// </summary>
internal sealed class OAuthSettings
{
    [Description("The https: address where tokens are asked for, such as https://login.example.org/token.")]
    public string? TokenEndpoint { get; init; }

    [Description("The id under which your provider knows this program.")]
    public string? ClientId { get; init; }

    [Description("The program's secret. Keep it out of this file: set the environment variable DIGEST__Delivery__Smtp__OAuth__ClientSecret, or name a file in ClientSecretFile.")]
    public string? ClientSecret { get; init; }

    [Description("A file that holds the client secret alone and is closed to other accounts (chmod 600).")]
    public string? ClientSecretFile { get; init; }

    [Description("With it tokens are asked for; without one, for the client itself. Keep it out of this file: set the environment variable DIGEST__Delivery__Smtp__OAuth__RefreshToken, or name a file in RefreshTokenFile.")]
    public string? RefreshToken { get; init; }

    [Description("A file that holds the refresh token alone and is closed to other accounts (chmod 600).")]
    public string? RefreshTokenFile { get; init; }

    [Description("What tokens are asked for, in your provider's words.")]
    public string? Scope { get; init; }
}
