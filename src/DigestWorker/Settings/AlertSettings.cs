using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

internal sealed class AlertSettings
{
    [Description("The admin's mail address, such as admin@example.org; without one, alerts are only logged.")]
    public string? To { get; init; }

    [Description("For so many hours a source may fail before the admin is told.")]
    [Range(0, 168)]
    public int SourceHours { get; init; } = 6;

    [Description("So many hours after an edition was composed it has to be complete, or the admin is told.")]
    [Range(1, 168)]
    public int EditionHours { get; init; } = 24;

    [Description("Where more than so many of a hundred digests of the last two weeks came back, the admin is told; from five on.")]
    [Range(1, 100)]
    public int BouncePercent { get; init; } = 5;
}
