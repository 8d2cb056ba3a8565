namespace DigestWorker.Settings;

/// <summary>When the worker collects and publishes. Crons are Quartz's: seconds come first.</summary>
internal sealed class ScheduleSettings
{
    public string TimeZone { get; init; } = "Europe/London";

    public string CollectCron { get; init; } = "0 0/30 * * * ?";

    public string PublishCron { get; init; } = "0 30 7 ? * MON";
}
