using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>What an admin sees: on terminals of many widths, without colours, in files and in pipes.</summary>
public sealed partial class TerminalTests : IDisposable
{
    private static readonly string Program = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll")}'";

    private readonly TempFolder _folder = new();

    public TerminalTests()
    {
        _folder.Write("feed.xml", $"<rss version=\"2.0\"><channel><title>f</title>{string.Concat(Enumerable.Range(0, 80).Select(at => FeedEntry.Grooming($"a long title that goes on {at}").ToXml()))}</channel></rss>");
        _folder.Write("appsettings.json", """
            {
              "Storage": { "ConnectionString": "Data Source=test.db" },
              "Sources": [ { "Name": "A source with a rather long name of its own", "Url": "file:feed.xml" }, { "Name": "gone", "Url": "file:gone.xml" } ]
            }
            """);
    }

    [Theory]
    [InlineData(40), InlineData(80), InlineData(120), InlineData(200)]
    public async Task A_table_fits_the_terminal_and_breaks_no_name_in_the_middle_of_a_word(int width)
    {
        var shown = Plain(await OnTerminalAsync($"stty cols {width} rows 40; {Program} sources list"));

        Assert.All(shown.Split('\n').Where(line => line.StartsWith('│') || line.StartsWith('╭')), line => Assert.InRange(line.TrimEnd('\r').Length, 1, width));
        Assert.Contains("A source with a rather long name", string.Join(' ', shown.Split('\n').Select(line => line.Trim('│', ' ', '\r'))), StringComparison.Ordinal);
        Assert.Equal(width <= 80, shown.Contains("Source: A source with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_gets_whole_lines_without_colours()
    {
        await OnTerminalAsync($"stty cols 40; {Program} collect");
        await OnTerminalAsync($"stty cols 40; {Program} releases > out.txt");

        var text = await File.ReadAllTextAsync(_folder.File("out.txt"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain('\e', text);
        Assert.Contains("Online grooming offences rise, report a long title that goes on 7", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO_COLOR=1")]
    [InlineData("TERM=dumb")]
    public async Task No_colour_is_shown_where_none_is_wanted(string wish)
    {
        var shown = await OnTerminalAsync($"export {wish}; {Program} collect; {Program} db backup b.db; {Program} releases");

        Assert.Contains("80 new entries", shown, StringComparison.Ordinal);
        Assert.DoesNotMatch(Colour(), shown);
    }

    [Fact]
    public async Task Progress_is_seen_on_a_terminal_and_nowhere_else()
    {
        var onTerminal = await OnTerminalAsync($"{Program} collect");
        var inFile = await OnTerminalAsync($"{Program} collect 2> error.txt");

        Assert.Contains("Reading sources", onTerminal, StringComparison.Ordinal);
        Assert.DoesNotContain("Reading sources", inFile, StringComparison.Ordinal);
        Assert.Equal("", await File.ReadAllTextAsync(_folder.File("error.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_pipe_that_closes_early_is_no_fault()
    {
        await new DigestWorkerApp(_folder.Path).RunAsync("collect");

        var ended = await Tool.RunAsync(_folder.Path, "bash", ["-c", $"{Program} releases --json | head -1; echo ${{PIPESTATUS[0]}}"]);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.EndsWith("\n0\n", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("sources check")]
    public async Task Help_does_not_spell_out_what_the_settings_name(string verb)
    {
        var ended = await new DigestWorkerApp(_folder.Path).RunAsync([.. verb.Split(' '), "--help"]);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("<NAME>", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("A source with a rather long name", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var ended = await new DigestWorkerApp(_folder.Path).RunAsync("--version");

        Assert.Equal(0, ended.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", ended.Out);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_verb_in_words()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        _folder.Write("appsettings.json", $$"""
            { "Storage": { "ConnectionString": "Data Source=test.db" }, "Collecting": { "AllowPrivateAddresses": true }, "Sources": [ { "Name": "slow", "Url": "http://127.0.0.1:{{((IPEndPoint)server.LocalEndpoint).Port}}/feed" } ] }
            """);
        // Whoever runs the tests in the background may have them ignore it, and what they start with them.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there does env set back what a signal does.");
        using var process = Tool.Start(_folder.Path, "env", "--default-signal=INT", "dotnet", DigestWorkerApp.Program, "collect");
        using var asking = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var interrupt = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("Stopped before the end.", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> OnTerminalAsync(string command)
    {
        Assert.SkipUnless(Tool.IsThere("script"), "There is no program here that makes a terminal.");
        _folder.Write("command.sh", $"export TERM=xterm-256color; unset NO_COLOR CI\n{command}\n");
        return (await Tool.RunAsync(_folder.Path, "script", ["-qec", "bash command.sh", "/dev/null"])).Out;
    }

    private static string Plain(string shown) => Escape().Replace(shown, "");

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();
}
