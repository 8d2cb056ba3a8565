using System.CommandLine;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class CheckVerb
{
    private static readonly Option<bool> Offline = new("--offline") { Description = "Ask nobody in the network: leave out DNS, the mail server and Web:PublicUrl" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("check", """
            Checks everything that the service needs, before it needs it: settings, database, keys, disk, clock, DNS records of the sender's
            domain, the log-in to the mail server, and whether Web:PublicUrl leads to the service. Sends no mail and makes nothing. Ends with 1 where something needs you;
            what may be meant so is noted.

            Example: digestworker check
            Example: digestworker check --settings new.json --json
            Example: digestworker check --offline
            """) { Offline, Json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, workshop, cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, Workshop workshop, CancellationToken cancellationToken)
    {
        var file = Options.FileOf(parsed);
        return workshop.WithSettingsAsync(file, async settings =>
        {
            using var host = workshop.Build(settings, TimeProvider.System, Purpose.Verb);
            var network = host.Services.GetRequiredService<CheckNetwork>();
            var asked = parsed.GetValue(Offline) ? Task.FromResult(network.Offline()) : network.RunAsync(cancellationToken);
            IReadOnlyList<CheckResult> results =
            [
                Settings(file, workshop.ReadSettings(file)),
                .. host.Services.GetRequiredService<CheckInstallation>().Run(),
                .. host.Services.GetRequiredService<CheckTeams>().Run(),
                host.Services.GetRequiredService<CheckAreas>().Run(),
                .. await asked,
            ];
            return Tell(results, parsed.GetValue(Json));
        });
    }

    private static CheckResult Settings(string file, SettingsReading reading) => new(
        "Settings",
        reading.Warnings.Count == 0,
        reading.Warnings.Count == 0 ? $"{file} is right." : $"{file} holds what it should not: {string.Join(", ", reading.Warnings.Select(warning => warning.Path))}; 'settings validate' tells what to do.");

    private static int Tell(IReadOnlyList<CheckResult> results, bool json)
    {
        var troubles = results.Count(result => result.IsTrouble);
        if (json)
        {
            Printer.Json(new { isGood = troubles == 0, checks = results });
        }
        else
        {
            Printer.Lines(results.Select(result => $"{(result.IsGood ? "good" : result.IsAdvice ? "note" : "LOOK"),-6}{result.Name,-15}{result.Words}"));
            Printer.Line(troubles == 0 ? "\nNothing needs you." : $"\n{Printer.Count(troubles, "thing")} to look at.");
        }

        return troubles == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
