using System.CommandLine;
using DigestWorker.Cli;
using DigestWorker.Collecting.Pages;
using DigestWorker.Scheduling;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Cli;

/// <summary>Walks every verb: none comes without an example, and nothing that can be written without a word on it.</summary>
public sealed class HelpTests
{
    private static readonly RootCommand Root = CommandLine.Root(new Workshop(
        (path, _) => SettingsFile.Read(path, new Dictionary<string, string>(), Cron.Fault, SelectorFault.Of), Composition.BuildHost));

    public static TheoryData<string> Verbs => [.. All(Root, "").Select(verb => verb.Path).Where(path => path.Length > 0)];

    [Theory, MemberData(nameof(Verbs))]
    public void A_verb_shows_an_example_of_itself(string path)
    {
        var examples = Verb(path).Description!.Split('\n').Where(line => line.StartsWith("Example: ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, line => Assert.Contains($"digestworker {path}", line, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Verbs))]
    public void An_example_is_one_that_the_program_takes(string path)
    {
        var examples = Verb(path).Description!.Split('\n').Where(line => line.StartsWith("Example: digestworker ", StringComparison.Ordinal) && !line.Contains('>', StringComparison.Ordinal));

        Assert.All(examples, line => Assert.Empty(Root.Parse(line["Example: digestworker ".Length..]).Errors));
    }

    [Theory, MemberData(nameof(Verbs))]
    public void Whatever_can_be_written_after_a_verb_is_described(string path)
    {
        var verb = Verb(path);

        Assert.All(verb.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
        Assert.All(verb.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), argument.Name));
    }

    [Fact]
    public void The_exit_codes_are_told() => Assert.Contains("Exit codes: 0 done, 1 failed, 2 wrong usage or settings.", Root.Description, StringComparison.Ordinal);

    private static Command Verb(string path) => All(Root, "").Single(verb => verb.Path == path).Verb;

    private static IEnumerable<(string Path, Command Verb)> All(Command command, string path) =>
        command.Subcommands.SelectMany(verb => All(verb, $"{path} {verb.Name}".TrimStart())).Prepend((path, command));
}
