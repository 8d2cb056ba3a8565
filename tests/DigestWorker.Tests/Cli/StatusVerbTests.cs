using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>How the service is, by the real program.</summary>
public sealed class StatusVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Before_the_first_run_it_is_done_and_says_so()
    {
        var shown = await RunAsync("status");

        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("Last edition      none yet", shown.Out, StringComparison.Ordinal);
        Assert.Contains("Next edition", shown.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing has run yet", shown.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("test.db")));
        Assert.Equal(1, (await RunAsync("status", "--check")).ExitCode);
    }

    [Fact]
    public async Task A_check_ends_with_1_where_something_needs_the_admin()
    {
        await RunAsync("collect");
        var shown = await RunAsync("status", "--check", "--json");

        Assert.Equal(1, shown.ExitCode);
        var troubles = JsonDocument.Parse(shown.Out).RootElement.GetProperty("troubles").EnumerateArray().Select(trouble => trouble.GetString()!).ToList();
        Assert.DoesNotContain(troubles, trouble => trouble.StartsWith("Mail: ", StringComparison.Ordinal));
        Assert.Contains(troubles, trouble => trouble.StartsWith("Support lines: ", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private Task<DigestWorkerApp.Ended> RunAsync(params string[] arguments)
    {
        _folder.Write("appsettings.json", """{ "Storage": { "ConnectionString": "Data Source=test.db" }, "Sources": [] }""");
        return new DigestWorkerApp(_folder.Path).RunAsync(arguments);
    }
}
