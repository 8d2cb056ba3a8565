using System.ComponentModel;

namespace DigestWorker.Settings;

/// <summary>The small web surface; off until it has a public address.</summary>
internal sealed record WebSettings
{
    [Description("The https: address at which readers reach the pages, such as https://digest.example.org; a reverse proxy in front of Listen speaks https there. There are no pages where left out.")]
    public string? PublicUrl { get; init; }

    [Description("Where the program itself listens, such as http://127.0.0.1:8025.")]
    public string Listen { get; init; } = "http://127.0.0.1:8025";

    [Description("Where feeds, calendars and public copies are written after every collection and edition, for a web server to show at PublicUrl; a relative folder counts from the settings file. Nothing is written where left out.")]
    public string? PublicFolder { get; init; }

    [Description("The addresses of the reverse proxies whose word counts for where a request comes from: single ones or ranges as 10.0.0.0/8.")]
    public List<string> Proxies { get; init; } = ["127.0.0.1", "::1"];

    [Description("false where nobody may join by themselves: then the admin and the teams decide who gets the digest.")]
    public bool Joining { get; init; } = true;

    [Description("Where the status page is shown without a question, so to this machine alone; a proxy must not lead here.")]
    public string StatusListen { get; init; } = "http://127.0.0.1:8026";

    [Description("Opens the status page at PublicUrl too, as a password under any name; at least 20 letters and digits. Keep it out of this file: set the environment variable DIGEST__Web__StatusToken. Without it there is no such page.")]
    public string? StatusToken { get; init; }

    /// <summary><see cref="PublicUrl"/> without a slash at the end; null while the pages are off.</summary>
    public string? Address() => PublicUrl?.TrimEnd('/');
}
