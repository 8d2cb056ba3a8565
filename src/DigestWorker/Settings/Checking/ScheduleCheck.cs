using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class ScheduleCheck
{
    public static IEnumerable<SettingsMistake> Of(ScheduleSettings schedule, Func<string, string?> cronFault) =>
    [
        .. TimeZone(schedule.TimeZone),
        .. Cron("Schedule:CollectCron", schedule.CollectCron, cronFault),
        .. Cron("Schedule:PublishCron", schedule.PublishCron, cronFault),
    ];

    private static IEnumerable<SettingsMistake> TimeZone(string id)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out _))
        {
            var near = DidYouMean.Nearest(id, TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id));
            yield return SettingsMistake.Found("Schedule:TimeZone", id, near is null
                ? "write the IANA name of a time zone, such as \"Europe/London\""
                : $"did you mean {Quoted.Text(near)}?");
        }
    }

    public static IEnumerable<SettingsMistake> Cron(string path, string cron, Func<string, string?> cronFault)
    {
        var parts = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var advice = parts is 6 or 7
            ? cronFault(cron)
            : $"it has {parts} {(parts == 1 ? "part" : "parts")}; write seconds first, for instance 0 30 7 ? * MON for Mondays at 7:30";
        if (advice is not null)
        {
            yield return SettingsMistake.Found(path, cron, advice);
        }
    }
}
