using DigestWorker.Classifying;
using DigestWorker.Cli;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.Status;
using DigestWorker.Running;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
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
            if (Databases.FileOf(settings.Storage) is { } file)
            {
                builder.Services.AddHostedService(_ => new OnlyService(file, time));
            }

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
            .AddEntries()
            .AddReleases(settings)
            .AddEditions()
            .AddWebsite()
            .AddStatus(settings)
            .AddCare()
            .AddPeople()
            .AddWatching(settings)
            .AddMeasuring(settings)
            .AddWeb();
}
