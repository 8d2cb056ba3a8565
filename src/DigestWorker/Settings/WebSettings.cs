namespace DigestWorker.Settings;

/// <summary>The small web surface; off until it has a public address.</summary>
internal sealed class WebSettings
{
    public string? PublicUrl { get; init; }
}
