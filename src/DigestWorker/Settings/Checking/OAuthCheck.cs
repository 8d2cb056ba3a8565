using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class OAuthCheck
{
    private const string Path = "Delivery:Smtp:OAuth";

    public static IEnumerable<SettingsMistake> Of(SmtpSettings smtp) =>
        [.. Endpoint(smtp.OAuth.TokenEndpoint), .. Client(smtp.OAuth), .. Mailbox(smtp)];

    public static bool IsSet(OAuthSettings oauth) => oauth is not
    {
        TokenEndpoint: null, ClientId: null, ClientSecret: null, ClientSecretFile: null, RefreshToken: null, RefreshTokenFile: null, Scope: null,
    };

    private static IEnumerable<SettingsMistake> Endpoint(string? address)
    {
        if (address is null)
        {
            yield return SettingsMistake.Missing($"{Path}:TokenEndpoint", "write the https: address at which your provider gives tokens");
        }
        else if (Advice(address) is { } advice)
        {
            yield return SettingsMistake.Found($"{Path}:TokenEndpoint", address, advice);
        }
    }

    private static string? Advice(string address) => WebAddress.Advice(address, "https://login.example.org/token")
        ?? (new Uri(address, UriKind.Absolute) is { Scheme: "http", IsLoopback: false }
            ? "secrets would cross the network unprotected; write an https: address"
            : null);

    private static IEnumerable<SettingsMistake> Client(OAuthSettings oauth)
    {
        if (oauth.ClientId is null)
        {
            yield return SettingsMistake.Missing($"{Path}:ClientId", "write the id under which your provider knows this program");
        }

        if (oauth is { ClientSecret: null, ClientSecretFile: null, RefreshToken: null, RefreshTokenFile: null })
        {
            yield return SettingsMistake.Missing(
                $"{Path}:ClientSecret", "set the environment variable DIGEST__Delivery__Smtp__OAuth__ClientSecret, or name a file that holds it in ClientSecretFile");
        }
    }

    private static IEnumerable<SettingsMistake> Mailbox(SmtpSettings smtp)
    {
        if (smtp.User is null)
        {
            yield return SettingsMistake.Missing("Delivery:Smtp:User", "write the address of the mailbox that mail is sent through");
        }

        if (smtp is not { Password: null, PasswordFile: null })
        {
            yield return new SettingsMistake(Path, "stands beside a password; keep one of the two ways to sign in");
        }
    }
}
