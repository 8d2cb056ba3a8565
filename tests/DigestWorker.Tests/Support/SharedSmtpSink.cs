using System.Diagnostics;
using System.Text.Json;

namespace DigestWorker.Tests.Support;

/// <summary>The mail server with faults of the shared folder, in a process of its own.</summary>
internal sealed class SharedSmtpSink : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private SharedSmtpSink(Process process, int port, int http)
    {
        (_process, Port) = (process, port);
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{http}/") };
    }

    public static string Script => Path.Combine(Folders.Shared, "tools", "smtpsink.py");

    public int Port { get; }

    public static async Task<SharedSmtpSink> StartAsync()
    {
        var (port, http) = (Ports.Free(), Ports.Free());
        var process = Tool.Start(Path.GetTempPath(), "python3", Script, "--port", $"{port}", "--http", $"{http}", "--check");
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new SharedSmtpSink(process, port, http);
    }

    /// <param name="faults">As in <c>greylist=1&amp;every=20</c>.</param>
    public Task SetAsync(string faults) => _http.GetStringAsync($"set?{faults}", TestContext.Current.CancellationToken);

    public async Task<JsonElement> ReportAsync() =>
        JsonDocument.Parse(await _http.GetStringAsync("", TestContext.Current.CancellationToken)).RootElement;

    public void Dispose()
    {
        _http.Dispose();
        _process.Kill();
        _process.Dispose();
    }
}
