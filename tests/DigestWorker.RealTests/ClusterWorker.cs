using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>One of several real services that share a database.</summary>
internal sealed class ClusterWorker : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = [];

    public ClusterWorker(DigestWorkerApp app, string settings)
    {
        _process = app.Start("run", "--settings", settings);
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public string Said => string.Join('\n', _log);

    public bool IsAlive => !_process.HasExited;

    /// <summary>True once a round of its own has been logged.</summary>
    public bool HasBegun => Said.Contains(": DigestWorker.", StringComparison.Ordinal);

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>How it ended after it was asked to.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await EndAsync();
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (IsAlive)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
