using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Real;

/// <summary>
/// The mail checker beside the repository: header, parity, accessibility, client support, markup, contrast and spam checks by
/// tools that share no code with the program. Its Node packages are installed once for each version of their list.
/// </summary>
public sealed class MailChecker : IAsyncLifetime
{
    private static readonly string[] Programs = ["node", "npm", "chromium", "spamassassin", "python3"];

    private string _folder = "";

    private static bool IsRequired => Environment.GetEnvironmentVariable("REQUIRE_REAL") == "1";

    public async ValueTask InitializeAsync()
    {
        if (!IsRequired || !Directory.Exists(Folders.Shared))
        {
            return;
        }

        Assert.All(Programs, program => Assert.True(IsThere(program), $"{program} is not installed, and REQUIRE_REAL=1 asks for it."));
        var source = Path.Combine(Folders.Shared, "tools", "mailcheck");
        var hash = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))));
        _folder = Path.Combine(Path.GetTempPath(), $"digestworker-mailcheck-{hash[..16]}");
        Directory.CreateDirectory(_folder);
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!Directory.Exists(Path.Combine(_folder, "node_modules", "mailauth")))
        {
            var (code, output) = await RunAsync("npm", "ci", "--ignore-scripts");
            Assert.True(code == 0, output);
        }
    }

    public static void Need()
    {
        Folders.NeedShared();
        Assert.SkipUnless(IsRequired, "Takes Node 20, Chromium and SpamAssassin: set REQUIRE_REAL=1 to run it.");
    }

    /// <returns>The names of the checks that the mail fails.</returns>
    /// <param name="dns">A file of DNS answers; without it signatures are not judged.</param>
    public async Task<IReadOnlyList<string>> FailsAsync(string mail, string? dns = null)
    {
        var (_, output) = await RunAsync("node", ["mailcheck.mjs", mail, .. dns is null ? Array.Empty<string>() : ["--dns", dns]]);
        Assert.StartsWith("{", output.TrimStart(), StringComparison.Ordinal);
        using var report = JsonDocument.Parse(output);
        return [.. report.RootElement.GetProperty("fails").EnumerateArray().Select(fail => $"{Path.GetFileName(mail)}: {fail}")];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, output.Length > 0 ? output : await error);
    }
}
