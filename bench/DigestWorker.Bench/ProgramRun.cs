using System.Diagnostics;

namespace DigestWorker.Bench;

/// <summary>The program in a process of its own.</summary>
internal static class ProgramRun
{
    public static Process Start(string folder, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <returns>Seconds from its start to its end.</returns>
    public static async Task<double> SecondsAsync(string folder, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(folder, arguments);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
    }
}
