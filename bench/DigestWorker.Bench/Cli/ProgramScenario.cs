using System.Diagnostics;

namespace DigestWorker.Bench.Cli;

/// <summary>The program as a whole process: how soon the service says its first word, and how long the demo takes.</summary>
internal static class ProgramScenario
{
    public static async Task<Measure[]> RunAsync()
    {
        using var folder = new BenchFolder();
        await File.WriteAllTextAsync(folder.In("appsettings.json"), "{}");
        await FirstLogAsync(folder);
        return
        [
            new("Service start to first log", await FirstLogAsync(folder), 1, "s"),
            new("demo", await ProgramRun.SecondsAsync(folder, "demo"), 10, "s"),
        ];
    }

    private static async Task<double> FirstLogAsync(BenchFolder folder)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = ProgramRun.Start(folder, "run");
        _ = await process.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("The service ended without a word.");
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync();
        return elapsed;
    }
}
