using DigestWorker.Settings;

namespace DigestWorker.Tests.Settings;

public sealed class TelemetrySettingsTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    [Fact]
    public void What_is_left_out_sends_nothing_and_logs_text() =>
        Assert.Equal(
            (null, OtlpProtocol.Grpc, LogFormat.Text, LogDetail.Information),
            _folder.Accept("{}") is var settings ? (settings.Telemetry.OtlpEndpoint, settings.Telemetry.Protocol, settings.Logs.Format, settings.Logs.Level) : default);

    [Fact]
    public void Headers_come_from_the_environment_or_a_file()
    {
        Assert.Equal("api-key=abc", _folder.With("DIGEST__Telemetry__Headers", "api-key=abc").Accept("{}").Telemetry.Headers);
        using var other = new SettingsFolder();
        var file = Path.Combine(other.Folder, "headers");
        File.WriteAllText(file, "api-key=def\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Assert.Equal("api-key=def", other.Accept("""{ "Telemetry": { "HeadersFile": "headers" } }""").Telemetry.Headers);
    }

    [Theory]
    [InlineData("""{ "Telemetry": { "OtlpEndpoint": "127.0.0.1:4317" } }""", "Telemetry:OtlpEndpoint: \"127.0.0.1:4317\" stands here; did you mean \"https://127.0.0.1:4317\"?")]
    [InlineData("""{ "Telemetry": { "OtlpEndpoint": "http://otel.example.org:4317", "Headers": "api-key=abc" } }""", "Telemetry:OtlpEndpoint: \"http://otel.example.org:4317\" stands here; Headers would cross the network unprotected; write an https: address, or one of this machine")]
    [InlineData("""{ "Telemetry": { "Headers": "abc" } }""", "Telemetry:Headers: is no list of headers; write name=value, several with commas between")]
    [InlineData("""{ "Telemetry": { "Protocol": "http/protobuf" } }""", "Telemetry:Protocol: \"http/protobuf\" stands here; ")]
    [InlineData("""{ "Telemetry": { "SampleRatio": 2 } }""", "Telemetry:SampleRatio: 2 stands here; write a number from 0 to 1")]
    [InlineData("""{ "Logs": { "Format": "xml" } }""", "Logs:Format: \"xml\" stands here; ")]
    [InlineData("""{ "Alerts": { "BouncePercent": 0 } }""", "Alerts:BouncePercent: 0 stands here; write a whole number from 1 to 100")]
    public void A_mistake_says_what_to_write(string json, string words) =>
        Assert.StartsWith(words, Assert.Single(_folder.Refuse(json)), StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();
}
