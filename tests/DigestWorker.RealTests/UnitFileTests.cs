using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>How the service is installed: the unit file before systemd's own judges, and the container's properties as MSBuild sees them.</summary>
public sealed partial class UnitFileTests : IDisposable
{
    private const double WorstExposure = 3;

    private static readonly string Unit = Path.Combine(Folders.Repository, "docs", "systemd", "digestworker.service");

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Systemd_finds_nothing_wrong_with_the_unit()
    {
        Need();
        var text = await File.ReadAllTextAsync(Unit, TestContext.Current.CancellationToken);
        var program = Path.ChangeExtension(Path.Combine(AppContext.BaseDirectory, "DigestWorker"), OperatingSystem.IsWindows() ? ".exe" : null);
        var copy = _folder.Write("digestworker.service", text.Replace("/opt/digestworker/DigestWorker", program, StringComparison.Ordinal));

        var verified = await Tool.RunAsync(_folder.Path, "systemd-analyze", ["verify", "--man=no", copy]);

        Assert.Contains(program, await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Out + verified.Error));
    }

    [Fact]
    public async Task The_service_is_shut_in()
    {
        Need();

        var judged = await Tool.RunAsync(_folder.Path, "systemd-analyze", ["security", "--offline=true", "--no-pager", Unit]);

        var exposure = double.Parse(Exposure().Match(judged.Out).Groups["level"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(exposure, 0, WorstExposure);
    }

    [Fact]
    public async Task A_container_is_small_runs_as_nobody_and_starts_the_service()
    {
        var asked = await Tool.RunAsync(Folders.Repository, "dotnet",
        [
            "msbuild", Path.Combine("src", "DigestWorker"), "-getProperty:ContainerRepository,ContainerFamily,ContainerUser",
            "-getItem:ContainerPort,ContainerDefaultArgs,ContainerEnvironmentVariable",
        ]);
        Assert.Equal(0, asked.ExitCode);
        using var answer = JsonDocument.Parse(asked.Out);
        var (properties, items) = (answer.RootElement.GetProperty("Properties"), answer.RootElement.GetProperty("Items"));

        Assert.Equal("digestworker", properties.GetProperty("ContainerRepository").GetString());
        Assert.Equal("noble-chiseled-extra", properties.GetProperty("ContainerFamily").GetString());
        Assert.True(int.Parse(properties.GetProperty("ContainerUser").GetString()!, CultureInfo.InvariantCulture) > 0);
        Assert.Equal(["8025"], Names(items, "ContainerPort"));
        Assert.Equal(["run", "--settings", "/etc/digestworker/appsettings.json"], Names(items, "ContainerDefaultArgs"));
        Assert.Contains("DIGEST__Storage__ConnectionString", Names(items, "ContainerEnvironmentVariable"));
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string?> Names(JsonElement items, string kind) =>
        items.GetProperty(kind).EnumerateArray().Select(one => one.GetProperty("Identity").GetString());

    private static void Need()
    {
        if (Tool.RealIsRequired)
        {
            Tool.MustBeThere("systemd-analyze");
        }

        Assert.SkipUnless(Tool.IsThere("systemd-analyze"), "systemd-analyze is not installed.");
    }

    [GeneratedRegex(@"Overall exposure level.*: (?<level>\d+\.\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Exposure();
}
