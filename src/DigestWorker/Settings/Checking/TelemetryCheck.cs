using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class TelemetryCheck
{
    public static IEnumerable<SettingsMistake> Of(TelemetrySettings telemetry) =>
    [
        .. telemetry.OtlpEndpoint is { } endpoint && Advice(endpoint, telemetry.Headers is not null) is { } advice
            ? [SettingsMistake.Found("Telemetry:OtlpEndpoint", endpoint, advice)]
            : Array.Empty<SettingsMistake>(),
        .. telemetry.Headers is { } headers && !headers.Split(',').All(IsHeader)
            ? [new SettingsMistake("Telemetry:Headers", "is no list of headers; write name=value, several with commas between")]
            : Array.Empty<SettingsMistake>(),
        .. TextCheck.Needed("Telemetry:ServiceName", telemetry.ServiceName, "write a name, such as \"digestworker\", or leave the key out"),
    ];

    private static string? Advice(string endpoint, bool hasSecret) => WebAddress.Advice(endpoint, "http://127.0.0.1:4317")
        ?? (hasSecret && new Uri(endpoint, UriKind.Absolute) is { Scheme: "http", IsLoopback: false }
            ? "Headers would cross the network unprotected; write an https: address, or one of this machine"
            : null);

    private static bool IsHeader(string text) => text.IndexOf('=', StringComparison.Ordinal) > 0 && !text.Any(char.IsControl);
}
