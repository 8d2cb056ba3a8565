using DigestWorker.Pipeline.Website;

namespace DigestWorker;

// What everybody may read.
internal static partial class Composition
{
    private static IServiceCollection AddWebsite(this IServiceCollection services) =>
        services
            .AddSingleton<KeepCalendar>()
            .AddSingleton<PublicDigests>()
            .AddSingleton<PublicFeeds>()
            .AddSingleton<PublicCalendars>()
            .AddSingleton<PublicTeams>()
            .AddSingleton<PublishFiles>();
}
