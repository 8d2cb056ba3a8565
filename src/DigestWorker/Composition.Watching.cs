using DigestWorker.Pipeline.Watching;
using DigestWorker.Scheduling;
using DigestWorker.Settings;

namespace DigestWorker;

// What is wrong, and how the admin hears of it.
internal static partial class Composition
{
    private static IServiceCollection AddWatching(this IServiceCollection services, DigestSettings settings) =>
        services
            .AddSingleton<Func<DateTimeOffset, DateTimeOffset?>>(now => Cron.LastFiring(settings.Schedule.PublishCron, settings.Schedule.TimeZone, now))
            .AddSingleton<LateEditions>()
            .AddSingleton<SendingTroubles>()
            .AddSingleton<SourceTroubles>()
            .AddSingleton<FindTroubles>()
            .AddSingleton<NoteTroubles>()
            .AddSingleton<NoteSettings>()
            .AddSingleton<TellTroubles>()
            .AddSingleton<DatabaseAlarm>()
            .AddSingleton<OwnLook>()
            .AddSingleton<WatchService>();
}
