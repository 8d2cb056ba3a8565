using DigestWorker.Settings;
using Quartz;

namespace DigestWorker.Scheduling;

/// <summary>What happens when: every job with its trigger.</summary>
internal static class Schedule
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5), BouncesEvery = TimeSpan.FromMinutes(10), HousekeepEvery = TimeSpan.FromDays(1);

    public static void AddSchedule(this IServiceCollection services, DigestSettings settings)
    {
        services.AddSingleton<Weekly>();
        services.AddQuartz(quartz =>
        {
            // At the start too: an edition that an outage swallowed goes out now.
            quartz.ScheduleJob<PublishJob>(trigger => trigger.WithIdentity("start").StartNow(), job => job.WithIdentity("publish at start"));
            quartz.ScheduleJob<CollectJob>(trigger => trigger.WithIdentity("collect").OnCron(settings.Schedule.CollectCron, settings.Schedule));
            quartz.ScheduleJob<PublishJob>(trigger => trigger.WithIdentity("publish").OnCron(settings.Schedule.PublishCron, settings.Schedule));
            quartz.ScheduleJob<HousekeepJob>(trigger => trigger.WithIdentity("housekeep").WithSimpleSchedule(HousekeepEvery));
            quartz.ScheduleJob<SweepJob>(trigger => trigger.WithIdentity("sweep").WithSimpleSchedule(SweepEvery));
            if (settings.Delivery.BounceMaildir is not null)
            {
                quartz.ScheduleJob<BouncesJob>(trigger => trigger.WithIdentity("bounces").WithSimpleSchedule(BouncesEvery));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void OnCron(this ITriggerConfigurator trigger, string cron, ScheduleSettings settings) =>
        trigger.WithCronSchedule(cron, schedule => schedule
            .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)));
}
