using System.Net;

namespace DigestWorker.Settings.Checking;

internal static class SmtpCheck
{
    private const string Path = "Delivery:Smtp";

    public static IEnumerable<SettingsMistake> Of(SmtpSettings smtp) =>
    [
        .. Host(smtp.Host),
        .. Security(smtp),
        .. OAuthCheck.IsSet(smtp.OAuth) ? OAuthCheck.Of(smtp) : SignIn(smtp),
    ];

    private static IEnumerable<SettingsMistake> Host(string host)
    {
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            yield return SettingsMistake.Found(
                $"{Path}:Host", host, "write the server's name alone, such as \"smtp.example.org\"; its number goes into Port");
        }
    }

    private static IEnumerable<SettingsMistake> Security(SmtpSettings smtp)
    {
        if (smtp.Security == SmtpSecurity.None && !IsLoopback(smtp.Host))
        {
            yield return SettingsMistake.Found(
                $"{Path}:Security",
                nameof(SmtpSecurity.None),
                "mail would cross the network unprotected; write \"StartTls\" or \"ImplicitTls\", or send through a server on this machine");
        }
    }

    private static IEnumerable<SettingsMistake> SignIn(SmtpSettings smtp)
    {
        if (smtp is { User: not null, Password: null, PasswordFile: null })
        {
            yield return SettingsMistake.Missing(
                $"{Path}:Password", "set the environment variable DIGEST__Delivery__Smtp__Password, or leave User out too");
        }

        if (smtp is { User: null, Password: not null })
        {
            yield return SettingsMistake.Missing($"{Path}:User", "write the name that goes with the password, or leave Password out too");
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
