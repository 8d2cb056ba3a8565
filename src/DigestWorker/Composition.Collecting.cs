using DigestWorker.Collecting;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.GovUk;
using DigestWorker.Collecting.Ons;
using DigestWorker.Collecting.Pages;
using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Collecting.WordPress;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sharing;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker;

// What sources publish: it is fetched, read and stored.
internal static partial class Composition
{
    private static IServiceCollection AddEntries(this IServiceCollection services) =>
        services
            .AddSingleton<ReadSource>()
            .AddSingleton<CollectEntries>()
            .AddSingleton<CollectRound>()
            .AddSingleton<TakeSourceTurns>()
            .AddSingleton<StoreEntries>()
            .AddSingleton<UnreadSources>()
            .AddSingleton<JudgeSources>()
            .AddSingleton<CheckSource>()
            .AddSingleton<DueSources>()
            .AddSingleton<ExchangeFeeds>();

    private static IServiceCollection AddCollecting(this IServiceCollection services, CollectingSettings settings) =>
        services
            .AddSingleton(settings)
            .AddSourceFetcher(settings)
            .AddSingleton<FeedParser>()
            .AddSingleton<PageByPage>()
            .AddSingleton<ListingParser>()
            .AddSingleton<PageParser>()
            .AddSingleton<FullText>()
            .AddSingleton<ISourceReader, FeedReader>()
            .AddSingleton<ISourceReader, GovUkSearchReader>()
            .AddSingleton<ISourceReader, GovUkContentReader>()
            .AddSingleton<ISourceReader, OnsReleaseReader>()
            .AddSingleton<ISourceReader, WordPressReader>()
            .AddSingleton<ISourceReader, PageListReader>()
            .AddSingleton<ISourceReader, PageReader>()
            .AddSingleton<SourceReaders>();

    // One client for good: its connections, not its handler, are renewed.
    private static IServiceCollection AddSourceFetcher(this IServiceCollection services, CollectingSettings settings)
    {
        services.AddHttpClient(nameof(SourceFetcher), client => CollectingHttp.Introduce(client, settings))
            .ConfigurePrimaryHttpMessageHandler(() => CollectingHttp.Handler(settings))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.AddSingleton(provider => new SourceFetcher(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SourceFetcher)),
            settings,
            provider.GetRequiredService<Database>().TakeTurnAtHost,
            provider.GetRequiredService<TimeProvider>()));
    }
}
