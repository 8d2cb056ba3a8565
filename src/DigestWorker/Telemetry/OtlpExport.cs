using DigestWorker.Pipeline.Measuring;
using DigestWorker.Settings;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DigestWorker.Telemetry;

/// <summary>Sends metrics and spans to a collector while the service runs. A collector that is away costs nothing but what it would have been told.</summary>
internal sealed class OtlpExport(TelemetrySettings settings, Gauges gauges) : IHostedService, IDisposable
{
    // A stop has ten seconds for everything.
    private const int PatienceMilliseconds = 2000;

    // Of the pages; their traces are left alone, since a path holds its reader's token.
    private static readonly string[] WebMeters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.OtlpEndpoint is { } endpoint)
        {
            Start(endpoint.TrimEnd('/'));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.Shutdown(PatienceMilliseconds);
        _metrics?.Shutdown(PatienceMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Start(string endpoint)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(settings.ServiceName, serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString());
        if (settings.Metrics)
        {
            gauges.Add();
            _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter([Instruments.Name, .. WebMeters])
                .AddOtlpExporter(exporter => Configure(exporter, endpoint, "metrics")).Build();
        }

        if (settings.Traces)
        {
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Instruments.Name)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.SampleRatio)))
                .AddOtlpExporter(exporter => Configure(exporter, endpoint, "traces")).Build();
        }
    }

    // By gRPC the method says what is sent, by HTTP the path (opentelemetry.io/docs/specs/otlp).
    private void Configure(OtlpExporterOptions exporter, string endpoint, string signal)
    {
        var isHttp = settings.Protocol == OtlpProtocol.HttpProtobuf;
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = new Uri(isHttp ? $"{endpoint}/v1/{signal}" : endpoint, UriKind.Absolute);
        exporter.Headers = settings.Headers;
        exporter.TimeoutMilliseconds = PatienceMilliseconds;
    }
}
