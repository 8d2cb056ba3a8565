using System.Security.Cryptography;
using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests.Mail;

/// <summary>
/// The mail checker beside the repository: header, parity, accessibility, client support, markup, contrast and spam checks by
/// tools that share no code with the program. Its Node packages are installed once for each version of their list.
/// </summary>
public sealed class MailChecker : IAsyncLifetime
{
    private string _folder = "";

    public async ValueTask InitializeAsync()
    {
        if (!Tool.RealIsRequired || !Directory.Exists(Folders.Shared))
        {
            return;
        }

        Tool.MustBeThere("node", "npm", "chromium", "spamassassin", "python3");
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
            var installed = await Tool.RunAsync(_folder, "npm", ["ci", "--ignore-scripts"]);
            Assert.True(installed.ExitCode == 0, installed.Out + installed.Error);
        }
    }

    public static void Need()
    {
        Folders.NeedShared();
        Assert.SkipUnless(Tool.RealIsRequired, "Takes Node 20, Chromium and SpamAssassin: set REQUIRE_REAL=1 to run it.");
    }

    /// <returns>The names of the checks that the mail fails.</returns>
    /// <param name="dns">A file of DNS answers; without it signatures are not judged.</param>
    public async Task<IReadOnlyList<string>> FailsAsync(string mail, string? dns = null)
    {
        string[] answers = dns is null ? [] : ["--dns", dns];
        var judged = await Tool.RunAsync(_folder, "node", ["mailcheck.mjs", mail, .. answers]);
        Assert.True(judged.Out.TrimStart().StartsWith('{'), judged.Out + judged.Error);
        using var report = JsonDocument.Parse(judged.Out);
        return [.. report.RootElement.GetProperty("fails").EnumerateArray().Select(fail => $"{Path.GetFileName(mail)}: {fail}")];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
