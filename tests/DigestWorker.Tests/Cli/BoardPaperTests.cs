using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>A board paper by the program itself, as an admin asks for it.</summary>
public sealed class BoardPaperTests(BoardPaperTests.Office office) : IClassFixture<BoardPaperTests.Office>
{
    private const string File = "board-paper-board-business-team-2025-10.html";

    [Fact]
    public async Task A_paper_lies_in_the_current_folder_under_the_teams_name_and_the_month()
    {
        var ended = await PaperAsync("--team", "board BUSINESS/team", "--month", "2025-10");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Out));
        Assert.Equal($"Written to {File}: 2025-10 brought 1 release for Board business/team, 0 events ahead.\n", ended.Error.ReplaceLineEndings("\n"));
        var html = await ReadAsync(File);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en-GB\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains("Online grooming offences rise, report a", html, StringComparison.Ordinal);
        Assert.DoesNotContain("lead@example.org", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample Lead", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_and_a_file_get_the_same_bytes()
    {
        var printed = await PaperAsync("--team", Office.Team, "--month", "2025-10", "--out", "-");
        var written = await PaperAsync("--team", Office.Team, "--month", "2025-10", "--out", "papers/october.html");

        Assert.Equal((0, 0), (printed.ExitCode, written.ExitCode));
        Assert.Equal(printed.Out, await ReadAsync(Path.Combine("papers", "october.html")));
    }

    [Fact]
    public async Task Json_tells_what_was_written()
    {
        var ended = await PaperAsync("--team", Office.Team, "--month", "2025-10", "--out", "j.html", "--json");

        using var answer = JsonDocument.Parse(ended.Out);
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal("j.html", answer.RootElement.GetProperty("file").GetString());
        Assert.Equal("https://news.example.org/a", answer.RootElement.GetProperty("releases")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_month_without_a_release_is_no_failure()
    {
        var ended = await PaperAsync("--team", Office.Team, "--month", "2024-02", "--out", "none.html");

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("2024-02 brought no release that matters to Board business/team", ended.Error, StringComparison.Ordinal);
        Assert.Contains("February 2024 brought no release", await ReadAsync("none.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The teams are: Board business/team.", "--team", "Bord", "--month", "2025-10")]
    [InlineData("January 2099 has not begun; the latest month is ", "--team", Office.Team, "--month", "2099-01")]
    [InlineData("'2025-13' is not a month; write year and month as in 2026-11.", "--team", Office.Team, "--month", "2025-13")]
    [InlineData("'--team' is required", "--month", "2025-10")]
    [InlineData("Give --json or --out -, not both", "--team", Office.Team, "--month", "2025-10", "--out", "-", "--json")]
    [InlineData("'.' is a folder", "--team", Office.Team, "--month", "2025-10", "--out", ".")]
    public async Task Wrong_usage_ends_with_2_and_a_word_on_what_to_write(string message, params string[] arguments)
    {
        var ended = await PaperAsync(arguments);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Out));
        Assert.Contains(message, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_ends_with_1()
    {
        var ended = await PaperAsync("--team", Office.Team, "--month", "2025-10", "--out", "appsettings.json/paper.html");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Out));
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    private Task<DigestWorkerApp.Ended> PaperAsync(params string[] arguments) => office.App.RunAsync(["digest", "board-paper", .. arguments]);

    private Task<string> ReadAsync(string name) =>
        System.IO.File.ReadAllTextAsync(Path.Combine(office.Folder, name), TestContext.Current.CancellationToken);

    /// <summary>A folder with one source that was read, and a team.</summary>
    public sealed class Office : IAsyncLifetime
    {
        internal const string Team = "Board business/team";

        private readonly TempFolder _folder = new();

        public Office() => App = new DigestWorkerApp(_folder.Path);

        internal DigestWorkerApp App { get; }

        internal string Folder => _folder.Path;

        public async ValueTask InitializeAsync()
        {
            _folder.Write("appsettings.json", """
                { "Storage": { "ConnectionString": "Data Source=a.db" }, "Sources": [ { "Name": "charity", "Url": "file:charity.xml", "Publisher": "charity" } ] }
                """);
            _folder.Write("charity.xml", $"""
                <rss version="2.0"><channel><title>f</title><link>https://news.example.org/</link><description>d</description>
                {FeedEntry.Grooming("a", new DateTimeOffset(2025, 10, 14, 8, 0, 0, TimeSpan.Zero)).ToXml()}
                </channel></rss>
                """);
            _folder.Write("roster.csv", "email,name,role\nlead@example.org,Sample Lead,designated-safeguarding-lead\n");
            Assert.Equal(0, (await App.RunAsync("collect")).ExitCode);
            Assert.Equal(0, (await App.RunAsync("subscribers", "import", "roster.csv", "--team", Team)).ExitCode);
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
