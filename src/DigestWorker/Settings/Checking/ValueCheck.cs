using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

/// <summary>What the options types cannot say of a value: section by section, all mistakes at once.</summary>
internal static class ValueCheck
{
    public static IEnumerable<SettingsMistake> Of(FileSettings file, Func<string, string?> cronFault, Func<string, string?> selectorFault)
    {
        var recipes = new RecipeCheck(file.Recipes, selectorFault);
        return
        [
            .. ScheduleCheck.Of(file.Schedule, cronFault),
            .. StorageCheck.Of(file.Storage),
            .. ScheduleCheck.Cron("Storage:Backup:Cron", file.Storage.Backup.Cron, cronFault),
            .. CollectingCheck.Of(file.Collecting),
            .. recipes.Recipes(),
            .. new SourceCheck(file.Topics.Keys, recipes).Of(file.Sources),
            .. TopicCheck.Of(file.Topics),
            .. BodyCheck.Of(file.Bodies),
            .. RoleCheck.Of(file.Roles, file.Topics.Keys),
            .. SubscriberCheck.Of(file.Subscribers, file.Roles.Keys),
            .. OrganisationCheck.Of(file.Organisations, file.Roles.Keys),
            .. DigestTextCheck.Of(file.Digest),
            .. DeliveryCheck.Of(file.Delivery),
            .. WebCheck.Of(file.Web),
            .. AddressCheck.Of("Alerts:To", file.Alerts.To),
            .. TelemetryCheck.Of(file.Telemetry),
        ];
    }
}
