namespace DigestWorker.Settings;

internal sealed class AlertSettings
{
    /// <summary>The admin's address; without one, alerts are only logged.</summary>
    public string? To { get; init; }
}
