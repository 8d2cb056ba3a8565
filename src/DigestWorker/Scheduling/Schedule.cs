using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;
using Quartz;

namespace DigestWorker.Scheduling;

/// <summary>What happens when: every job with its trigger.</summary>
internal static class Schedule
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5), BouncesEvery = TimeSpan.FromMinutes(10), HousekeepEvery = TimeSpan.FromDays(1);

    private static readonly TimeSpan WatchEvery = TimeSpan.FromMinutes(5);

    // Somebody waits before the mail program for a link to confirm.
    private static readonly TimeSpan LettersEvery = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan PulseEvery = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan SettingsEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BackupAgainEvery = TimeSpan.FromHours(1);

    private static readonly JobKey Publish = new("publish"), Backup = new("backup");

    public static void AddSchedule(this IServiceCollection services, DigestSettings settings)
    {
        services.AddSingleton<Weekly>();
        services.AddSingleton<Nightly>();
        services.AddSingleton(new Youth(TimeProvider.System));
        var isShared = settings.Storage.Provider == StorageProvider.Postgres;
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<CollectJob>(trigger => trigger.WithIdentity("collect").OnCron(settings.Schedule.CollectCron, settings.Schedule));

            // One job, so that no two turns overlap. The sweep begins at the start: an edition that an outage swallowed goes out now.
            // Where its worker is killed in the middle, another begins it anew as soon as Quartz has missed it.
            quartz.AddJob<PublishJob>(job => job.WithIdentity(Publish).RequestRecovery());
            quartz.AddTrigger(trigger => trigger.ForJob(Publish).WithIdentity("publish").OnCron(settings.Schedule.PublishCron, settings.Schedule));
            quartz.AddTrigger(trigger => trigger.ForJob(Publish).WithIdentity("sweep").WithSimpleSchedule(SweepEvery));
            quartz.ScheduleJob<HousekeepJob>(trigger => trigger.WithIdentity("housekeep").WithSimpleSchedule(HousekeepEvery));
            quartz.ScheduleJob<LettersJob>(trigger => trigger.WithIdentity("letters").WithSimpleSchedule(LettersEvery));
            quartz.ScheduleJob<WatchJob>(trigger => trigger.WithIdentity("watch").StartAt(FirstLook(TimeProvider.System.GetUtcNow(), isShared)).WithSimpleSchedule(WatchEvery));
            if (isShared)
            {
                quartz.ShareAmongWorkers(settings.Storage);
            }
            else
            {
                quartz.ScheduleJob<SettingsJob>(trigger => trigger.WithIdentity("settings").WithSimpleSchedule(SettingsEvery));
                quartz.ScheduleJob<PulseJob>(trigger => trigger.WithIdentity("pulse").WithSimpleSchedule(PulseEvery));
            }

            if (settings.Storage.Backup.Folder is not null)
            {
                // The hours between catch up on a night that an outage swallowed, and try again after one that failed.
                quartz.AddJob<BackupJob>(job => job.WithIdentity(Backup));
                quartz.AddTrigger(trigger => trigger.ForJob(Backup).WithIdentity("backup").OnCron(settings.Storage.Backup.Cron, settings.Schedule));
                quartz.AddTrigger(trigger => trigger.ForJob(Backup).WithIdentity("backup again").WithSimpleSchedule(BackupAgainEvery));
            }

            if (settings.Delivery.HasBounceMailbox)
            {
                quartz.ScheduleJob<BouncesJob>(trigger => trigger.WithIdentity("bounces").WithSimpleSchedule(BouncesEvery));
            }
        });
        if (isShared)
        {
            services.AddHostedService<HelpCollecting>();
            services.AddHostedService<HelpSending>();
            services.AddHostedService<OwnRounds>();
        }

        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    // Whoever starts brings the trigger of all anew: on a grid that all know it does not push their next look away.
    private static DateTimeOffset FirstLook(DateTimeOffset now, bool isShared) =>
        isShared ? now.AddTicks(WatchEvery.Ticks - (now.Ticks % WatchEvery.Ticks)) : now + WatchEvery;

    // Rows decide which worker fires; each brings the times of its own settings file, which are the same everywhere.
    private static void ShareAmongWorkers(this IQuartzBuilder quartz, StorageSettings storage) => quartz.UsePersistentStore(store =>
    {
        store.UsePostgres(storage.ConnectionString);
        store.UseClustering();
        store.ProvisionSchema();
    });

    /// <returns>What fires next by a cron of the settings, soonest first.</returns>
    public static IReadOnlyList<NextRun> NextRuns(ScheduleSettings settings, DateTimeOffset now) =>
    [
        .. new[] { ("collect", settings.CollectCron), ("publish", settings.PublishCron) }
            .Select(run => (What: run.Item1, At: Cron.NextFiring(run.Item2, settings.TimeZone, now)))
            .Where(run => run.At is not null)
            .Select(run => new NextRun(run.What, run.At!.Value))
            .OrderBy(run => run.At),
    ];

    private static void OnCron(this ITriggerConfigurator trigger, string cron, ScheduleSettings settings) =>
        trigger.WithCronSchedule(cron, schedule => schedule
            .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)));
}
