using System.ComponentModel;

namespace DigestWorker.Settings;

/// <summary>When the worker collects and publishes. Crons are Quartz's: seconds come first.</summary>
internal sealed class ScheduleSettings
{
    [Description("The time zone that the crons follow, by its IANA name, such as Europe/London.")]
    public string TimeZone { get; init; } = "Europe/London";

    [Description("When sources are collected: a cron of six parts, seconds first. \"0 0/30 * * * ?\" is every half hour.")]
    public string CollectCron { get; init; } = "0 0/30 * * * ?";

    [Description("When the edition is published: a cron of six parts, seconds first. \"0 30 7 ? * MON\" is Monday at 07:30.")]
    public string PublishCron { get; init; } = "0 30 7 ? * MON";
}
