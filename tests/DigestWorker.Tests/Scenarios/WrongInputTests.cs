using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>What an admin sees when something is wrong: words, and an exit code that says whose turn it is.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public WrongInputTests() => _app = new DigestWorkerApp(_folder.Path);

    [Fact]
    public async Task Six_mistakes_in_the_settings_are_told_in_one_run()
    {
        Assert.SkipWhen(TestServer.IsUsed, "It is about settings that the tests would override.");
        _folder.Write("appsettings.json", """
            {
              "Schedule": { "PublishCron": "30 7 * * MON", "TimeZone": "Europe/Londen" },
              "Storage": { "Provider": "Sqlit" },
              "Sources": [
                { "Name": "A", "Url": "htps://a.example.org/feed" },
                { "Name": "a", "Url": "https://b.example.org/feed", "Knd": "feed" }
              ]
            }
            """);

        var ended = await _app.RunAsync("collect");

        Assert.Equal(2, ended.ExitCode);
        Assert.Equal("", ended.Out);
        string[] paths = ["Schedule:PublishCron", "Schedule:TimeZone", "Storage:Provider", "Sources:0:Url", "Sources:1:Name", "Sources:1:Knd"];
        Assert.All(paths, path => Assert.Contains(path, ended.Error, StringComparison.Ordinal));
        Assert.Contains("6 mistakes", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("data")));
    }

    [Theory]
    [InlineData("colect")]
    [InlineData("digest", "--week", "2026-W99")]
    [InlineData("digest", "--week", "2099-W01")]
    [InlineData("digest", "--role", "headteacher", "--subscriber", "a@example.org")]
    [InlineData("digest", "--role", "head")]
    [InlineData("preview", "--role", "head")]
    [InlineData("preview")]
    [InlineData("preview", "--role", "all")]
    [InlineData("subscribers", "prefer", "a@example.org")]
    [InlineData("subscribers", "prefer", "a@example.org", "--follow", "x")]
    [InlineData("subscribers", "prefer", "a@example.org", "--text-only", "--html")]
    [InlineData("subscribers", "pause", "a@example.org")]
    [InlineData("subscribers", "pause", "a@example.org", "--until", "soon")]
    [InlineData("subscribers", "pause", "a@example.org", "--until", "2020-01-01")]
    [InlineData("subscribers", "pause", "a@example.org", "--until", "2199-01-01")]
    [InlineData("subscribers", "pause", "a@example.org", "--until", "2027-01-01", "--resume")]
    [InlineData("subscribers", "erase", "not-an-address", "--yes")]
    [InlineData("website")]
    [InlineData("releases", "--since", "yesterday")]
    [InlineData("collect", "--source", "nobody")]
    [InlineData("subscribers", "add", "not-an-address", "--role", "headteacher")]
    [InlineData("subscribers", "add", "a@example.org", "--role", "head")]
    [InlineData("subscribers", "import", "missing.csv", "--team", "Board")]
    [InlineData("collect", "--settings", "missing.json")]
    public async Task Wrong_usage_ends_with_2_and_a_word_on_standard_error(params string[] arguments)
    {
        _folder.Write("appsettings.json", "{}");

        var ended = await _app.RunAsync(arguments);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Out));
        Assert.NotEmpty(ended.Error);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_named_and_left_alone()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        _folder.Write("appsettings.json", """{ "Storage": { "ConnectionString": "Data Source=broken.db" } }""");
        var broken = _folder.Write("broken.db", new string('x', 10_000));

        var ended = await _app.RunAsync("collect");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("broken.db is damaged", ended.Error, StringComparison.Ordinal);
        Assert.Equal(new string('x', 10_000), await File.ReadAllTextAsync(broken, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_where_nothing_can_be_written_is_told_in_words()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        _folder.Write("file", "");
        _folder.Write("appsettings.json", """{ "Storage": { "ConnectionString": "Data Source=file/below/a.db" } }""");

        var ended = await _app.RunAsync("collect");

        Assert.Equal(1, ended.ExitCode);
        Assert.NotEmpty(ended.Error);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Name": "gone", "Url": "file:gone.xml" }""", 1)]
    [InlineData("""{ "Name": "gone", "Url": "file:gone.xml" }, { "Name": "there", "Url": "file:there.xml" }""", 0)]
    [InlineData("", 0)]
    public async Task Collecting_fails_where_none_of_its_sources_could_be_read(string sources, int exitCode)
    {
        _folder.Write("there.xml", """<rss version="2.0"><channel><title>t</title></channel></rss>""");
        _folder.Write("appsettings.json", $$"""{ "Sources": [{{sources}}] }""");

        Assert.Equal(exitCode, (await _app.RunAsync("collect")).ExitCode);
    }

    [Theory]
    [InlineData("--help"), InlineData("digest", "--help"), InlineData("subscribers", "add", "--help"), InlineData("preview", "--help")]
    public async Task Help_teaches_with_an_example(params string[] arguments)
    {
        var ended = await _app.RunAsync(arguments);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("digestworker ", ended.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
