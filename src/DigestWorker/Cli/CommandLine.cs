using System.CommandLine;
using System.CommandLine.Help;
using DigestWorker.Cli.Care;
using DigestWorker.Cli.Shells;

namespace DigestWorker.Cli;

/// <summary>The program's verbs. Without a verb it runs as the service.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args, Workshop workshop)
    {
        var parsed = Root(workshop).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed);
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = StopWithin });
    }

    public static RootCommand Root(Workshop workshop)
    {
        var root = new RootCommand("""
            Collects statistics releases and guidance updates on safeguarding, and mails each subscriber a weekly digest for their role.

            Try it:      digestworker demo
            As service:  digestworker run --settings appsettings.json

            Exit codes: 0 done, 1 failed, 2 wrong usage or settings.
            """)
        {
            RunVerb.Create(workshop),
            DemoVerb.Create(workshop),
            CollectVerb.Create(workshop),
            SourcesVerb.Create(workshop),
            ReleasesVerb.Create(workshop),
            ExplainVerb.Create(workshop),
            DigestVerb.Create(workshop),
            PreviewVerb.Create(workshop),
            WebsiteVerb.Create(workshop),
            SubscribersVerb.Create(workshop),
            TeamsVerb.Create(workshop),
            BouncesVerb.Create(workshop),
            DkimVerb.Create(workshop),
            KeysVerb.Create(workshop),
            DbVerb.Create(workshop),
            StatusVerb.Create(workshop),
            SettingsVerb.Create(workshop),
            InitVerb.Create(),
            CheckVerb.Create(workshop),
            CompletionVerb.Create(),
        };
        root.Options.Add(Options.Settings);
        WithoutSlashes(root);
        Completions.AddTo(root, workshop);
        root.SetAction((parsed, cancellationToken) => RunVerb.RunAsync(parsed, workshop, cancellationToken));
        return root;
    }

    // Other systems' ways of asking for help would be offered wherever Tab is pressed.
    private static void WithoutSlashes(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Aliases.Remove("/h");
        help.Aliases.Remove("/?");
    }

    private static int Refuse(ParseResult parsed)
    {
        foreach (var words in Mistyped.Words(parsed) is { } mistyped ? [mistyped] : parsed.Errors.Select(error => error.Message))
        {
            Console.Error.WriteLine(words);
        }

        Console.Error.WriteLine($"Add --help to see how '{parsed.CommandResult.Command.Name}' is used.");
        return ExitCode.WrongUsage;
    }
}
