using System.CommandLine;
using DigestWorker.Pipeline.Care;
using DigestWorker.Pipeline.Status;

namespace DigestWorker.Cli.Care;

internal static class DbCheckVerb
{
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("check", """
            Reads the whole database and says how it is: damage, schema, log, key file, what cannot be, and the newest backup. Changes nothing; the service may run. Ends with 1 where something is wrong. For SQLite.

            Example: digestworker db check --json
            """) { Json };
        command.SetAction((parsed, cancellationToken) => workshop.AsItIsAsync(parsed, services => RunAsync(parsed, services.GetRequiredService<CheckDatabase>(), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CheckDatabase check, CancellationToken cancellationToken)
    {
        var results = await Watched.WholeAsync("Reading the database", check.Run, cancellationToken);
        if (parsed.GetValue(Json))
        {
            Printer.Json(new Answer(results.All(result => result.IsGood), results));
        }
        else
        {
            Printer.Lines(results.Select(result => $"{(result.IsGood ? "good" : "WRONG"),-6} {result.Name,-10} {result.Words}"));
        }

        return results.All(result => result.IsGood) ? ExitCode.Done : ExitCode.Failed;
    }

    private sealed record Answer(bool IsGood, IReadOnlyList<CheckResult> Checks);
}
