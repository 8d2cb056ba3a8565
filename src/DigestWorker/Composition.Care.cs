using DigestWorker.Cli;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Care;

namespace DigestWorker;

// What keeps the database and what it holds in order.
internal static partial class Composition
{
    private static IServiceCollection AddCare(this IServiceCollection services) =>
        services
            .AddSingleton<Turn>()
            .AddSingleton<KeyGuard>()
            .AddSingleton<ApplyRetention>()
            .AddSingleton<LookIntoDatabase>()
            .AddSingleton<Housekeep>()
            .AddSingleton<BackUp>()
            .AddSingleton<ScheduledBackups>()
            .AddSingleton<KeepBackups>()
            .AddSingleton<CheckDatabase>()
            .AddSingleton<RestoreDatabase>();
}
