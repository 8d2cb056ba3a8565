using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

internal sealed class AlertSettings
{
    /// <summary>The admin's address; without one, alerts are only logged.</summary>
    public string? To { get; init; }

    /// <summary>For so many hours a source may fail before the admin is told.</summary>
    [Range(0, 168)]
    public int SourceHours { get; init; } = 6;

    /// <summary>So many hours after an edition was composed it has to be complete, or the admin is told.</summary>
    [Range(1, 168)]
    public int EditionHours { get; init; } = 24;

    [Description("Where more than so many of a hundred digests of the last two weeks came back, the admin is told; from five on.")]
    [Range(1, 100)]
    public int BouncePercent { get; init; } = 5;
}
