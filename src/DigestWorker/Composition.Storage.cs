using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;

namespace DigestWorker;

// What is kept, a class a table.
internal static partial class Composition
{
    private static IServiceCollection AddStorage(this IServiceCollection services, StorageSettings settings) =>
        services
            .AddSingleton(_ => Databases.Of(settings))
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
            .AddSingleton<Profiles>()
            .AddSingleton<SentReleases>()
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
}
