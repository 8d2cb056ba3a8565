using System.Net;

namespace DigestWorker.Settings.Checking;

/// <summary>A mail server's name, and how safe the way to it has to be.</summary>
internal static class HostCheck
{
    public static IEnumerable<SettingsMistake> Name(string path, string host)
    {
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            yield return SettingsMistake.Found(
                path, host, "write the server's name alone, such as \"mail.example.org\"; its number goes into Port");
        }
    }

    public static IEnumerable<SettingsMistake> Security(string path, SmtpSecurity security, string host)
    {
        if (security == SmtpSecurity.None && !IsLoopback(host))
        {
            yield return SettingsMistake.Found(
                path,
                nameof(SmtpSecurity.None),
                "mail would cross the network unprotected; write \"StartTls\" or \"ImplicitTls\", or use a server on this machine");
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
