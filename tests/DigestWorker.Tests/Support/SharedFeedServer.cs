using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace DigestWorker.Tests.Support;

/// <summary>The feed server of the shared tools, which shares no code with ours and knows many ways to do wrong.</summary>
internal sealed class SharedFeedServer : IAsyncDisposable
{
    private readonly Process _process;

    private SharedFeedServer(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public static async Task<SharedFeedServer> StartAsync(int feeds, int entries, CancellationToken cancellationToken)
    {
        var script = Path.Combine(Folders.Shared, "tools", "feedserver.py");
        Assert.SkipUnless(File.Exists(script), "Needs the feed server of the shared tools, which is absent.");
        var process = Start(script, "--port", "0", "--feeds", $"{feeds}", "--entries", $"{entries}");
        var listening = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return new SharedFeedServer(process, $"http://{listening!.Split(' ')[^1]}");
    }

    public async Task<JsonElement> StatsAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        return JsonElement.Parse(await http.GetStringAsync(new Uri($"{Address}/__stats"), cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("REQUIRE_REAL") != "1")
        {
            Assert.Skip("Needs python3, which is absent.");
            throw;
        }
    }
}
