using System.Diagnostics;

namespace DigestWorker.Bench;

/// <summary>The program in a process of its own.</summary>
internal static class ProgramRun
{
    private const string Worker = "DigestWorker.dll";

    public static Process Start(BenchFolder folder, params string[] arguments) => Start(folder, Worker, arguments);

    private static Process Start(BenchFolder folder, string program, string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <returns>Seconds from its start to its end.</returns>
    public static async Task<double> SecondsAsync(BenchFolder folder, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        await SaidAsync(folder, Worker, arguments);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <param name="program">Of those beside this one.</param>
    /// <returns>What it wrote.</returns>
    public static async Task<string> SaidAsync(BenchFolder folder, string program, params string[] arguments)
    {
        using var process = Start(folder, program, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
    }
}
