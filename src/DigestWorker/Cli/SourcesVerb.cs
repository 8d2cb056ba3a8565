using System.CommandLine;
using DigestWorker.Pipeline;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class SourcesVerb
{
    private static readonly Argument<string?> Name = new("name") { Description = "A source's name; all enabled ones when left out", HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<FileInfo> Out = new("file") { Description = "The OPML file to write", HelpName = "FILE.opml" };
    private static readonly Argument<FileInfo> In = new("file") { Description = "The OPML file to read", HelpName = "FILE.opml" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop) => new("sources", """
        How the sources are, and what a new one would bring.

        Example: digestworker sources list
        """)
    {
        Verb(workshop, new Command("list", """
            Lists each source with its state, last success, pace and, where it is in trouble, the reason.

            Example: digestworker sources list --json
            """) { Json }, (parsed, services, _) => Task.FromResult(List(parsed, services))),
        Verb(workshop, new Command("check", """
            Reads a source now and shows its first entries and what would become of them. Stores nothing.

            Example: digestworker sources check "Schools Week"
            """) { Name }, CheckAsync),
        TrySourceVerb.Create(workshop),
        Verb(workshop, new Command("export", """
            Writes the enabled feeds as OPML, for other programs.

            Example: digestworker sources export feeds.opml
            """) { Out }, (parsed, services, token) => ExportAsync(parsed, services, token)),
        Verb(workshop, new Command("import", """
            Prints the feeds of an OPML file as rows to put into Sources; those that stand there already are left out.

            Example: digestworker sources import feeds.opml
            """) { In }, ImportAsync),
    };

    private static Command Verb(Workshop workshop, Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> act)
    {
        command.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, token) => act(parsed, services, token), cancellationToken));
        return command;
    }

    private static int List(ParseResult parsed, IServiceProvider services)
    {
        var healths = services.GetRequiredService<JudgeSources>().Run();
        if (parsed.GetValue(Json))
        {
            Printer.Json(healths.Select(SourceAnswer.Of));
            return ExitCode.Done;
        }

        Printer.Table(["Source", "State", "Last success", "Last new entry", "Pace", "What to know"], healths.Select(SourceAnswer.Row));
        return ExitCode.Done;
    }

    private static async Task<int> CheckAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var wanted = parsed.GetValue(Name);
        var sources = services.GetRequiredService<DigestSettings>().Sources
            .Where(source => wanted is null || source.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        if (sources.Count == 0 && wanted is not null)
        {
            await Console.Error.WriteLineAsync($"No enabled source is called '{wanted}'. The settings file lists them under Sources.");
            return ExitCode.WrongUsage;
        }

        var failed = 0;
        foreach (var source in sources)
        {
            failed += await SourceCheck.PrintAsync(source, services.GetRequiredService<CheckSource>(), cancellationToken) ? 0 : 1;
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var feeds = services.GetRequiredService<ExchangeFeeds>();
        await File.WriteAllTextAsync(parsed.GetValue(Out)!.FullName, feeds.Export(), cancellationToken);
        Printer.Line($"{Printer.Count(feeds.Feeds.Count, "feed")} written to {parsed.GetValue(Out)!.FullName}");
        return ExitCode.Done;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(In)!;
        var text = file.Exists ? await File.ReadAllTextAsync(file.FullName, cancellationToken) : null;
        if (text is null || services.GetRequiredService<ExchangeFeeds>().Import(text) is not { } feeds)
        {
            await Console.Error.WriteLineAsync(file.Exists ? $"{file.FullName} is not OPML." : $"There is no file {file.FullName}.");
            return ExitCode.WrongUsage;
        }

        Printer.Json(feeds.Select(feed => new { feed.Name, Kind = "feed", Url = feed.Url.AbsoluteUri, Publisher = feed.Name }));
        return ExitCode.Done;
    }
}
