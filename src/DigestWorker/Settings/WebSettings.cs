namespace DigestWorker.Settings;

/// <summary>The small web surface; off until it has a public address.</summary>
internal sealed record WebSettings
{
    /// <summary>At which readers reach the pages; a reverse proxy in front of <see cref="Listen"/> speaks https there.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Where the program itself listens.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:8025";

    /// <summary>
    /// Where feeds, calendars and public copies are written after every collection and edition, for a web server to show at
    /// <see cref="PublicUrl"/>; a relative folder counts from the settings file. Nothing is written where left out.
    /// </summary>
    public string? PublicFolder { get; init; }

    /// <summary>
    /// The addresses of the reverse proxies whose word counts for where a request comes from: single ones or ranges as 10.0.0.0/8.
    /// </summary>
    public List<string> Proxies { get; init; } = ["127.0.0.1", "::1"];

    /// <summary>False where nobody may join by themselves: then the admin and the teams decide who gets the digest.</summary>
    public bool Joining { get; init; } = true;

    /// <summary>Where the status page is shown without a question, so to this machine alone; a proxy must not lead here.</summary>
    public string StatusListen { get; init; } = "http://127.0.0.1:8026";

    /// <summary>
    /// Opens the status page at <see cref="PublicUrl"/> too, as a password under any name (RFC 7617); of at least 20 letters and
    /// digits. Without it there is none.
    /// </summary>
    public string? StatusToken { get; init; }

    /// <summary><see cref="PublicUrl"/> without a slash at the end; null while the pages are off.</summary>
    public string? Address() => PublicUrl?.TrimEnd('/');
}
