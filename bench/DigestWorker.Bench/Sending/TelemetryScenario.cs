using System.Diagnostics;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Settings;
using DigestWorker.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Sending;

/// <summary>
/// What counting and timing costs a run of sending, where each mail counts: the same calls by themselves, exported to a collector
/// that is away, as a share of the time that the run takes for as many mails. Two runs side by side would differ by more.
/// </summary>
internal static class TelemetryScenario
{
    private const int Connections = 8, Rounds = 200_000;

    public static async Task<Measure[]> RunAsync(int mails)
    {
        using var edition = await PublishedEdition.OfAsync(mails, _ => "Area 1", entries: 10);
        var perMail = await SendAsync(edition.Services, mails);
        var instruments = edition.Services.GetRequiredService<Instruments>();
        var silent = PerCall(instruments);
        using var export = new OtlpExport(
            new TelemetrySettings { OtlpEndpoint = "http://127.0.0.1:9", Protocol = OtlpProtocol.HttpProtobuf, Traces = false }, edition.Services.GetRequiredService<Gauges>());
        await export.StartAsync(CancellationToken.None);
        var counted = PerCall(instruments);
        await export.StopAsync(CancellationToken.None);
        return
        [
            new Measure("Metrics of one mail without a listener, of its time", silent * 100 / perMail, 1, "%") { Detail = $"{perMail * 1e6:N0} µs" },
            new Measure("Metrics of one mail, exported", counted * 100 / perMail, 1, "%"),
        ];
    }

    private static async Task<double> SendAsync(IServiceProvider services, int mails)
    {
        using var sink = new MailSink();
        return await SmtpOrder.SecondsAsync(services, SmtpOrder.To(sink.Port, Connections), mails) / mails;
    }

    private static double PerCall(Instruments instruments)
    {
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
        {
            using var span = instruments.Span("send digest");
            var mail = Stopwatch.GetTimestamp();
            instruments.Mailed(Stopwatch.GetElapsedTime(mail));
            instruments.Delivery(DeliveryState.Sent);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds / Rounds;
    }
}
