namespace DigestWorker.Collecting.Fetching;

/// <summary>How long the parts of a request may take; Collecting:TimeoutSeconds bounds the whole.</summary>
internal static class TimeLimits
{
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(30);
}
