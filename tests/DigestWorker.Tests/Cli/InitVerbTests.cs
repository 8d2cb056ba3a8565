using DigestWorker.Cli.Starting;
using DigestWorker.Tests.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>How an admin begins, by the real program.</summary>
public sealed class InitVerbTests : IDisposable
{
    private static readonly string[] Flags = ["--from", "Digest <digest@example.org>", "--subscriber", "lead@example.org", "--role", "headteacher", "--area", "Cardiff"];

    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public InitVerbTests() => _app = new DigestWorkerApp(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData()]
    [InlineData("--smtp-host", "mail.example.org")]
    [InlineData("--smtp-host", "localhost")]
    public async Task What_it_writes_is_right_and_editors_find_no_fault(params string[] more)
    {
        var written = await _app.RunAsync(["init", .. Flags, .. more]);
        var validated = await _app.RunAsync("settings", "validate");

        Assert.Equal((0, "", 0), (written.ExitCode, written.Error, validated.ExitCode));
        Assert.DoesNotContain("Warning", validated.Out, StringComparison.Ordinal);
        Assert.Empty(SchemaTests.Faults(Text("appsettings.json")));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Folders.Repository, "appsettings.schema.json"), TestContext.Current.CancellationToken), Text("appsettings.schema.json"));
    }

    [Fact]
    public async Task The_sources_are_those_of_the_nation_and_of_everywhere_and_the_next_two_commands_are_told()
    {
        var written = await _app.RunAsync(["init", "cardiff.json", .. Flags]);

        using var settings = new SettingsFolder();
        var names = SettingsFolder.Accepted(settings.ReadFile(_folder.File("cardiff.json"))).Sources.Select(source => source.Name).ToList();
        Assert.Contains("Welsh Government", names);
        Assert.Contains("Home Office", names);
        Assert.DoesNotContain("Ofsted", names);
        Assert.DoesNotContain("Durham SCP procedures: amendments", names);
        string[] next =
        [
            "digestworker collect --settings cardiff.json", "digestworker preview --role headteacher --out preview.html --settings cardiff.json",
            "digestworker check --settings cardiff.json", "digestworker run --settings cardiff.json",
        ];
        Assert.All(next, command => Assert.Contains(command, written.Out, StringComparison.Ordinal));
        Assert.All(next, command => Assert.Contains(command, Text("cardiff.json"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kent", false)]
    [InlineData("County Durham", true)]
    [InlineData("England", true)]
    public void A_source_of_one_area_is_for_that_area_and_for_whoever_works_in_all_of_the_nation(string area, bool isThere)
    {
        Assert.Equal(isThere, Catalogue.For(area).Any(row => row.Contains("Durham SCP", StringComparison.Ordinal)));
        Assert.Contains(Catalogue.For(area), row => row.Contains("\"Ofsted\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_it_is_forced()
    {
        _folder.Write("appsettings.json", "precious");

        var refused = await _app.RunAsync(["init", .. Flags]);

        Assert.Equal((2, "", "precious"), (refused.ExitCode, refused.Out, Text("appsettings.json")));
        Assert.Contains("is there already and stays as it is; name another file, or add --force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _app.RunAsync(["init", "--force", .. Flags])).ExitCode);
        Assert.StartsWith("// The settings of DigestWorker.", Text("appsettings.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_it_tells_what_is_missing()
    {
        var refused = await _app.RunAsync("init", "--role", "headteacher");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.All(["--from ADDRESS", "--subscriber ADDRESS", "--area AREA"], flag => Assert.Contains(flag, refused.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("--role", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Theory]
    [InlineData("--from", "digest at example", "is no address")]
    [InlineData("--subscriber", "Lead <lead@example.org>", "is no address; write one such as lead@example.org")]
    [InlineData("--role", "headtecher", "is no role; did you mean \"headteacher\"?")]
    [InlineData("--smtp-host", "https://mail.example.org", "is no server's name")]
    [InlineData("--area", "Kent\nWales", "is no area")]
    public async Task A_wrong_answer_is_refused_in_words(string flag, string answer, string words)
    {
        var refused = await _app.RunAsync("init", flag, answer);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains($"{flag}: '{answer}' {words}", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void At_a_terminal_a_wrong_answer_is_asked_again_and_an_empty_one_takes_what_is_offered()
    {
        using var questions = new StringWriter();
        using var answers = new StringReader("\nheadtecher\nheadteacher\n\n");
        var interview = new StartInterview(answers, questions);

        Assert.Equal("headteacher", interview.Ask(StartQuestions.Role with { Otherwise = null }));
        Assert.Equal("designated-safeguarding-lead", interview.Ask(StartQuestions.Role));
        Assert.Null(interview.Ask(StartQuestions.Area));
        Assert.Contains("An answer is needed here.", questions.ToString(), StringComparison.Ordinal);
        Assert.Contains("'headtecher' is no role; did you mean \"headteacher\"?.", questions.ToString(), StringComparison.Ordinal);
    }

    private string Text(string name) => File.ReadAllText(_folder.File(name));
}
