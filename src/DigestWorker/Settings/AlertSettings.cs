using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

internal sealed class AlertSettings
{
    /// <summary>The admin's address; without one, alerts are only logged.</summary>
    public string? To { get; init; }

    /// <summary>For so many hours a source may fail before the admin is told.</summary>
    [Range(0, 168)]
    public int SourceHours { get; init; } = 6;
}
