using DigestWorker.Cli;
using DigestWorker.Domain;
using DigestWorker.Matching.Traits;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;

namespace DigestWorker;

// What entries are about, and which of them are one release.
internal static partial class Composition
{
    private static IServiceCollection AddReleases(this IServiceCollection services, DigestSettings settings) =>
        services
            .AddSingleton<NextTexts>()
            .AddSingleton(_ => new TraitReader(settings.Bodies))
            .AddSingleton<UnderstandEntry>()
            .AddSingleton<PlaceEntry>()
            .AddSingleton<RegroupReleases>()
            .AddSingleton<SayVerdict>()
            .AddSingleton<RematchReleases>()
            .AddSingleton<ExplainRelease>()
            .AddSingleton<MatchReleases>();
}
