using DigestWorker.Delivering.NameService;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Status;
using DigestWorker.Scheduling;
using DigestWorker.Settings;

namespace DigestWorker;

// How the service is.
internal static partial class Composition
{
    private static IServiceCollection AddStatus(this IServiceCollection services, DigestSettings settings) =>
        services
            .AddSingleton<AdminMail>()
            .AddSingleton<Pulse>()
            .AddSingleton<CheckReady>()
            .AddSingleton<CheckInstallation>()
            .AddSingleton<CheckTeams>()
            .AddSingleton<Func<DateTimeOffset, IReadOnlyList<NextRun>>>(now => Schedule.NextRuns(settings.Schedule, now))
            .AddSingleton(_ => TxtLookup.OfThisMachine())
            .AddSingleton<CheckDns>()
            .AddSingleton<CheckMailServer>()
            .AddSingleton<CheckPublicAddress>()
            .AddSingleton<CheckNetwork>()
            .AddSingleton<CheckAreas>()
            .AddSingleton<ReadStatus>();
}
