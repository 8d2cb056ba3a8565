using System.Diagnostics;

namespace DigestWorker.Tests.Support;

/// <summary>The real program in a process of its own, as it is built beside the tests.</summary>
internal sealed class DigestWorkerApp(string folder)
{
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll");

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public sealed record Ended(int ExitCode, string Out, string Error);

    public Dictionary<string, string> Environment { get; } = [];

    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Limit);
        return Environment.Count == 0 && !TestServer.IsUsed
            ? await WarmProgram.RunAsync([folder, .. arguments], limit.Token)
            : await RunAloneAsync(arguments, limit.Token);
    }

    private async Task<Ended> RunAloneAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new Ended(process.ExitCode, await output, await error);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (TestServer.IsUsed)
        {
            start.Environment["DIGEST__Storage__Provider"] = "Postgres";
            start.Environment["DIGEST__Storage__ConnectionString"] = TestServer.Of(folder);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
