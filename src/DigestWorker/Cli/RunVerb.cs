using System.CommandLine;
using DigestWorker.Pipeline.Care;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class RunVerb
{
    public static Command Create(Workshop workshop)
    {
        var command = new Command("run", """
            Runs the service: collects and publishes by the schedule until it is told to stop (Ctrl-C or SIGTERM).

            Example: digestworker run --settings appsettings.json
            """);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, workshop, cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(ParseResult parsed, Workshop workshop, CancellationToken cancellationToken) =>
        workshop.WithSettingsAsync(Options.FileOf(parsed), async settings =>
        {
            using var host = workshop.Build(settings, TimeProvider.System, Purpose.Service);
            SayWhatIsLost(settings);
            Workshop.Open(host);
            await host.RunAsync(cancellationToken);
            return ExitCode.Done;
        });

    // Before anything opens the database: from then on SQLite writes over what it could not read.
    private static void SayWhatIsLost(DigestSettings settings)
    {
        if (CheckDatabase.LostWords(new Database(settings.Storage.ConnectionString).File) is { } words)
        {
            Console.Error.WriteLine(words);
        }
    }
}
