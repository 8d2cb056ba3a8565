using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using Spectre.Console;

namespace DigestWorker.Cli;

internal static class CollectVerb
{
    private static readonly Option<string?> Source = new("--source") { Description = "Read only the source of this name", HelpName = "NAME" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("collect", """
            Reads every enabled source now, stores what is new, and has it understood and matched. Sources that fail are listed; the others go on.
            Ends with 1 where there was something to read and none of it could be.

            Example: digestworker collect --source "Schools Week"
            """) { Source, Json };
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, token) => RunAsync(parsed, services, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var sources = services.GetRequiredService<DigestSettings>().Sources;
        if (parsed.GetValue(Source) is { } name)
        {
            sources = [.. sources.Where(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
            if (sources.Count == 0)
            {
                await Console.Error.WriteLineAsync($"No enabled source is called '{name}'. The settings file lists them under Sources.");
                return ExitCode.WrongUsage;
            }
        }

        var report = await WithProgressAsync(sources, services.GetRequiredService<CollectEntries>(), cancellationToken);
        Print(report, parsed.GetValue(Json));
        return report.Sources.Count > 0 && report.Sources.All(source => source.State == ReadState.Failed) ? ExitCode.Failed : ExitCode.Done;
    }

    public static Task<CollectReport> WithProgressAsync(IReadOnlyList<Source> sources, CollectEntries collect, CancellationToken cancellationToken)
    {
        if (!Watched.IsOn)
        {
            return collect.RunAsync(sources, progress: null, cancellationToken);
        }

        return Printer.Progress.Progress().AutoClear(true).StartAsync(context =>
        {
            var bar = context.AddTask("Reading sources", maxValue: Math.Max(1, sources.Count));
            return collect.RunAsync(sources, new Progress<SourceOutcome>(_ => bar.Increment(1)), cancellationToken);
        });
    }

    private static void Print(CollectReport report, bool json)
    {
        if (json)
        {
            Printer.Json(CollectAnswer.Of(report));
            return;
        }

        CollectTable.Print(report);
    }
}
