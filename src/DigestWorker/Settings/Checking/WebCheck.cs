using System.Net;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class WebCheck
{
    private const int ShortestToken = 20;

    public static IEnumerable<SettingsMistake> Of(WebSettings web)
    {
        if (web.PublicUrl is { } url && Advice(url) is { } advice)
        {
            yield return SettingsMistake.Found("Web:PublicUrl", url, advice);
        }

        if (web is { PublicFolder: { } folder, PublicUrl: null })
        {
            yield return SettingsMistake.Found("Web:PublicFolder", folder, "write Web:PublicUrl too: feeds and calendars name the address where they are read");
        }

        foreach (var (row, proxy) in web.Proxies.Index().Where(row => !IPNetwork.TryParse(row.Item, out _) && !IPAddress.TryParse(row.Item, out _)))
        {
            yield return SettingsMistake.Found(SettingsPath.Join("Web:Proxies", row), proxy, "write the proxy's address, for instance \"10.0.0.5\", or a range as \"10.0.0.0/8\"");
        }

        if (web.StatusToken is { } token && (token.Length < ShortestToken || !token.All(char.IsAsciiLetterOrDigit)))
        {
            yield return new SettingsMistake("Web:StatusToken", $"is no safe secret; write at least {ShortestToken} random letters and digits");
        }

        if (!Uri.TryCreate(web.StatusListen, UriKind.Absolute, out var status) || status is not { Scheme: "http", PathAndQuery: "/", IsLoopback: true })
        {
            yield return SettingsMistake.Found("Web:StatusListen", web.StatusListen, "write http: with the loopback address and a port of its own, for instance \"http://127.0.0.1:8026\"");
        }

        if (!Uri.TryCreate(web.Listen, UriKind.Absolute, out var listen) || listen is not { Scheme: "http", PathAndQuery: "/" })
        {
            yield return SettingsMistake.Found("Web:Listen", web.Listen, "write http: with an address of this machine and a port, for instance \"http://127.0.0.1:8025\"");
        }
    }

    private static string? Advice(string url) => WebAddress.Advice(url, "https://digest.example.org") ?? new Uri(url, UriKind.Absolute) switch
    {
        { Scheme: "http", IsLoopback: false } => "links that sign a person in or out need https:; http: is for this machine alone",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } => "write the address without what follows ? or #",
        _ => null,
    };
}
