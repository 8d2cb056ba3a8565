using System.Net.Mail;
using DigestWorker.Classifying;
using DigestWorker.Cli;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.GovUk;
using DigestWorker.Collecting.Ons;
using DigestWorker.Collecting.Pages;
using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Collecting.WordPress;
using DigestWorker.Composing;
using DigestWorker.Composing.Papers;
using DigestWorker.Composing.Rendering;
using DigestWorker.Composing.Wording;
using DigestWorker.Delivering;
using DigestWorker.Delivering.NameService;
using DigestWorker.Domain;
using DigestWorker.Matching.Traits;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Care;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.Rehearsing;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Pipeline.Sharing;
using DigestWorker.Pipeline.Status;
using DigestWorker.Pipeline.Website;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Telemetry;
using DigestWorker.Web;

namespace DigestWorker;

/// <summary>Puts the program together: one line per part, in the order of the flow.</summary>
internal static partial class Composition
{
    // Leaves the rest of the ten seconds that a stop may take to the end of the process itself.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(8);

    public static IHost BuildHost(DigestSettings settings, TimeProvider time, Purpose purpose)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddDigestWorker(settings, time);
        builder.Logging.AddLogging(settings.Logs, purpose);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        if (purpose == Purpose.Service)
        {
            builder.Services.AddHostedService(provider => provider.GetRequiredService<OtlpExport>());
            builder.Services.AddSchedule(settings);
            builder.Services.AddScheduleLog();
            builder.Services.AddHostedService(provider => provider.GetRequiredService<WebSurface>());
        }

        builder.ConfigureContainer(new DefaultServiceProviderFactory(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        return builder.Build();
    }

    public static IServiceCollection AddDigestWorker(this IServiceCollection services, DigestSettings settings, TimeProvider time) =>
        services
            .AddSingleton(settings)
            .AddSingleton(settings.Web)
            .AddSingleton(time)
            .AddSingleton(new PublisherTypes(settings.Bodies))
            .AddStorage(settings.Storage)
            .AddCollecting(settings.Collecting)
            .AddSingleton(_ => new EntryClassifier(settings.Topics))
            .AddComposing(settings)
            .AddSingleton<Func<DeliverySettings, IMailTransport>>(delivery => MailTransports.Create(delivery, time))
            .AddPipeline(settings)
            .AddPeople()
            .AddWatching(settings)
            .AddMeasuring(settings)
            .AddWeb();

    private static IServiceCollection AddStorage(this IServiceCollection services, StorageSettings settings) =>
        services
            .AddSingleton(_ => Databases.Of(settings))
            .AddSingleton<Migrator>()
            .AddSingleton<Sources>()
            .AddSingleton<SourceTurns>()
            .AddSingleton<SourceHealths>()
            .AddSingleton<Releases>()
            .AddSingleton<PublishedEvents>()
            .AddSingleton(_ => KeyFile.ReadOrCreate(settings.KeyFile!))
            .AddSingleton<OptOuts>()
            .AddSingleton<Joining>()
            .AddSingleton<Erasing>()
            .AddSingleton<Rewriting>()
            .AddSingleton<PersonalData>()
            .AddSingleton<Retention>()
            .AddSingleton<PersonalRetention>()
            .AddSingleton<Persons>()
            .AddSingleton<Subscribers>()
            .AddSingleton<Teams>()
            .AddSingleton<FollowedRosters>()
            .AddSingleton<Organisations>()
            .AddSingleton<TeamLists>()
            .AddSingleton<Editions>()
            .AddSingleton<Waiting>()
            .AddSingleton<QuietTeams>()
            .AddSingleton<Pauses>()
            .AddSingleton<Digests>()
            .AddSingleton<DigestReleases>()
            .AddSingleton<Stops>()
            .AddSingleton<OtherSpellings>()
            .AddSingleton<Choices>()
            .AddSingleton<Confirmations>()
            .AddSingleton<Letters>()
            .AddSingleton<AlertReaders>()
            .AddSingleton<Bounces>()
            .AddSingleton<Suppressions>()
            .AddSingleton<SubscriberWishes>()
            .AddSingleton<Deliveries>()
            .AddSingleton<SendingPauses>()
            .AddSingleton<Troubles>()
            .AddSingleton<DatabaseChecks>()
            .AddSingleton<EditionReports>()
            .AddSingleton<CanaryDigests>()
            .AddSingleton<Queues>();

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
            .AddSingleton<ISourceReader, PageReader>();

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

    private static IServiceCollection AddComposing(this IServiceCollection services, DigestSettings settings) =>
        services
            .AddSingleton(_ => new TemplateRenderer(TemplateFolder.Read(settings)))
            .AddSingleton(new DigestWords(
                settings.Digest.Title,
                settings.Digest.Sender ?? Plainly(settings.Delivery.From),
                settings.Digest.QuoteWords,
                [.. settings.Digest.SupportLines.Select(line => new SupportLine(line.Key, line.Value))])
            {
                PublicUrl = settings.Web.Address(),
                SupportLinesChecked = settings.Digest.CheckedOn is { } day ? DateWords.Full(day) : null,
            })
            .AddSingleton<DigestComposer>()
            .AddSingleton(provider => new Lazy<DigestComposer>(provider.GetRequiredService<DigestComposer>))
            .AddSingleton<BoardPaperComposer>();

    // Angle brackets in running text look like markup.
    private static string Plainly(string from) => new MailAddress(from) is { DisplayName.Length: > 0 } sender ? $"{sender.DisplayName}, {sender.Address}" : from;

    private static IServiceCollection AddPipeline(this IServiceCollection services, DigestSettings settings) =>
        services
            .AddSingleton<Turn>()
            .AddSingleton<KeyGuard>()
            .AddSingleton<CollectEntries>()
            .AddSingleton<CollectRound>()
            .AddSingleton<TakeSourceTurns>()
            .AddSingleton<NextTexts>()
            .AddSingleton<StoreEntries>()
            .AddSingleton(_ => new TraitReader(settings.Bodies))
            .AddSingleton<UnderstandEntry>()
            .AddSingleton<PlaceEntry>()
            .AddSingleton<RegroupReleases>()
            .AddSingleton<SayVerdict>()
            .AddSingleton<RematchReleases>()
            .AddSingleton<ExplainRelease>()
            .AddSingleton<MatchReleases>()
            .AddSingleton<UnreadSources>()
            .AddSingleton<OpenEdition>()
            .AddSingleton<FindUnserved>()
            .AddSingleton<ComposeEdition>()
            .AddSingleton<KeptDigests>()
            .AddSingleton<ExplainDigest>()
            .AddSingleton<RehearseEdition>()
            .AddSingleton<RehearseSettings>()
            .AddSingleton<PublishEdition>()
            .AddSingleton<ComposeDue>()
            .AddSingleton<PreviewDigest>()
            .AddSingleton<MakeBoardPaper>()
            .AddSingleton<KeepCalendar>()
            .AddSingleton<PublicDigests>()
            .AddSingleton<PublicFeeds>()
            .AddSingleton<PublicCalendars>()
            .AddSingleton<PublicTeams>()
            .AddSingleton<PublishFiles>()
            .AddSingleton<SendDeliveries>()
            .AddSingleton<DeliverEdition>()
            .AddSingleton<ReadDigest>()
            .AddSingleton<ReadRest>()
            .AddSingleton<ReadBounces>()
            .AddSingleton<FetchBounces>()
            .AddSingleton<ApplyRetention>()
            .AddSingleton<LookIntoDatabase>()
            .AddSingleton<Housekeep>()
            .AddSingleton<JudgeSources>()
            .AddSingleton<AdminMail>()
            .AddSingleton<Canary>()
            .AddSingleton<Pulse>()
            .AddSingleton<CheckSource>()
            .AddSingleton<DueSources>()
            .AddSingleton<ExchangeFeeds>()
            .AddSingleton<CheckReady>()
            .AddSingleton<CheckInstallation>()
            .AddSingleton<CheckTeams>()
            .AddSingleton<Func<DateTimeOffset, IReadOnlyList<NextRun>>>(now => Schedule.NextRuns(settings.Schedule, now))
            .AddSingleton(_ => TxtLookup.OfThisMachine())
            .AddSingleton<CheckDns>()
            .AddSingleton<CheckMailServer>()
            .AddSingleton<CheckPublicAddress>()
            .AddSingleton<ReadStatus>()
            .AddSingleton<BackUp>()
            .AddSingleton<ScheduledBackups>()
            .AddSingleton<KeepBackups>()
            .AddSingleton<CheckDatabase>()
            .AddSingleton<RestoreDatabase>();
}
