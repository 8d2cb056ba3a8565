using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>The real program as a service in a folder of its own, whose log is read and to which signals are sent.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly TempFolder _folder = new();
    private Process? _process;

    public ServiceProcess() => App = new DigestWorkerApp(_folder.Path);

    public DigestWorkerApp App { get; }

    public ConcurrentQueue<string> Log { get; } = [];

    public JsonObject Settings { get; private set; } = [];

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Saves the settings anew.</summary>
    public void Save(object? settings = null)
    {
        Settings = settings is null ? Settings : JsonSerializer.SerializeToNode(settings)!.AsObject();
        _folder.Write("appsettings.json", Settings.ToJsonString());
    }

    public void Start()
    {
        _process = App.Start("run");
        _process.ErrorDataReceived += (_, line) => Log.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<int> EndAsync()
    {
        await _process!.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public Task LoggedAsync(string words, int times = 1) =>
        UntilAsync(() => Log.Count(line => line.Contains(words, StringComparison.Ordinal)) >= times, words);

    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 3_000, $"Nothing came of '{what}'; logged was:\n{string.Join('\n', Log)}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _folder.Dispose();
    }
}
