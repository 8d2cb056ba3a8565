using System.Diagnostics;

namespace DigestWorker.Bench;

/// <summary>The program as a whole process: how soon the service says its first word, and how long the demo takes.</summary>
internal static class ProgramScenario
{
    public static async Task<Measure[]> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("digestworker-bench-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{}");
        await FirstLogAsync(folder);
        Measure[] measures =
        [
            new("Service start to first log", await FirstLogAsync(folder), 1, "s"),
            new("demo", await ProgramRun.SecondsAsync(folder, "demo"), 10, "s"),
        ];
        Directory.Delete(folder, recursive: true);
        return measures;
    }

    private static async Task<double> FirstLogAsync(string folder)
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
