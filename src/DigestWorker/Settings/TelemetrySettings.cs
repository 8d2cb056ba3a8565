using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>Where metrics and traces go (docs/telemetry.md). A class, not a record: nothing may print it.</summary>
internal sealed class TelemetrySettings
{
    [Description("The address of an OpenTelemetry collector, such as http://127.0.0.1:4317. Nothing is sent where left out.")]
    public string? OtlpEndpoint { get; init; }

    [Description("How the collector is spoken to: Grpc (often port 4317) or HttpProtobuf (often port 4318).")]
    public OtlpProtocol Protocol { get; init; } = OtlpProtocol.Grpc;

    [Description("What the collector wants to see, as name=value, several with commas between. A secret: better in the environment, DIGEST__Telemetry__Headers.")]
    public string? Headers { get; init; }

    [Description("A file that holds Headers alone.")]
    public string? HeadersFile { get; init; }

    [Description("What the service is called there.")]
    public string ServiceName { get; init; } = "digestworker";

    [Description("False where metrics are not wanted.")]
    public bool Metrics { get; init; } = true;

    [Description("False where traces are not wanted.")]
    public bool Traces { get; init; } = true;

    [Description("Which share of the runs is traced, from 0 to 1.")]
    [Range(0.0, 1.0)]
    public double SampleRatio { get; init; } = 1;
}

internal enum OtlpProtocol
{
    Grpc,
    HttpProtobuf,
}
