using System.Diagnostics;

namespace DigestWorker.Tests.Support;

/// <summary>A program of the machine, run to its end.</summary>
internal static class Tool
{
    public sealed record Ended(int ExitCode, string Out, string Error);

    /// <summary>Set where nothing that a test needs may be missing, as in .ci/run.</summary>
    public static bool RealIsRequired => Environment.GetEnvironmentVariable("REQUIRE_REAL") == "1";

    public static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    public static void MustBeThere(params string[] programs) =>
        Assert.All(programs, program => Assert.True(IsThere(program), $"{program} is not installed, and REQUIRE_REAL=1 asks for it."));

    public static async Task<Ended> RunAsync(string folder, string program, string[] arguments, string input = "")
    {
        using var process = Start(folder, program, arguments);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        return new Ended(process.ExitCode, await output, await error);
    }

    public static Process Start(string folder, string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
