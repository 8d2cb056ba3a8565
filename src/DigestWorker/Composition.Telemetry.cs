using DigestWorker.Cli;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Telemetry;
using Microsoft.Extensions.Logging.Console;

namespace DigestWorker;

// What is counted, traced and logged.
internal static partial class Composition
{
    private const string LogTime = "yyyy-MM-dd'T'HH:mm:ssZ ";

    private static IServiceCollection AddMeasuring(this IServiceCollection services, DigestSettings settings) =>
        services
            .AddSingleton(settings.Telemetry)
            .AddSingleton<Instruments>()
            .AddSingleton<Gauges>()
            .AddSingleton<OtlpExport>();

    // Logs go to standard error: standard output belongs to what was asked for.
    private static void AddLogging(this ILoggingBuilder logging, LogSettings settings, Purpose purpose)
    {
        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = LogTime;
            options.UseUtcTimestamp = true;
            options.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        if (settings.Format == LogFormat.Json)
        {
            logging.AddJsonConsole(options =>
            {
                options.TimestampFormat = LogTime.TrimEnd();
                options.UseUtcTimestamp = true;
                options.IncludeScopes = true;
            });
        }

        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(Least(settings.Level, purpose));
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
    }

    private static void AddScheduleLog(this IServiceCollection services) => services
        .AddSingleton<LoggerFactory>()
        .AddSingleton<ILoggerFactory>(provider => new ScheduleLog(
            provider.GetRequiredService<LoggerFactory>(),
            fault => provider.GetRequiredService<Database>().Fault(fault).Message,
            provider.GetRequiredService<TimeProvider>()));

    private static LogLevel Least(LogDetail detail, Purpose purpose) =>
        purpose == Purpose.Verb && detail >= LogDetail.Information ? LogLevel.Error : Enum.Parse<LogLevel>(detail.ToString());
}
