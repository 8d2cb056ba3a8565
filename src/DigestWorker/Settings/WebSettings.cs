namespace DigestWorker.Settings;

/// <summary>The small web surface; off until it has a public address.</summary>
internal sealed class WebSettings
{
    /// <summary>At which readers reach the pages; a reverse proxy in front of <see cref="Listen"/> speaks https there.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Where the program itself listens.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:8025";

    /// <summary><see cref="PublicUrl"/> without a slash at the end; null while the pages are off.</summary>
    public string? Address() => PublicUrl?.TrimEnd('/');
}
