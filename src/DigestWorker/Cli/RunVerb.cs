using System.CommandLine;
using System.Runtime.InteropServices;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Care;
using DigestWorker.Running;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class RunVerb
{
    public static Command Create(Workshop workshop)
    {
        var command = new Command("run", """
            Runs the service: collects and publishes by the schedule until it is told to stop (Ctrl-C or SIGTERM).
            It takes over a changed settings file within seconds, or at once at SIGHUP; one with mistakes is told and left alone.

            Example: digestworker run --settings appsettings.json
            """);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, workshop, cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(ParseResult parsed, Workshop workshop, CancellationToken cancellationToken)
    {
        var file = Options.FileOf(parsed);
        return workshop.WithSettingsAsync(file, async settings =>
        {
            SayWhatIsLost(settings);
            using var watch = new SettingsWatch(file, WatchPace.Usual);
            using var hangUp = OnHangUp(watch.Ask);
            var program = new ProgramSource(() => workshop.ReadSettings(file), read => Build(workshop, read));
            await using var supervisor = new Supervisor(program, watch, new ServiceManager(Environment.GetEnvironmentVariables()), TimeProvider.System);
            await supervisor.RunAsync(settings, cancellationToken);
            return ExitCode.Done;
        });
    }

    private static IHost Build(Workshop workshop, DigestSettings settings)
    {
        var host = workshop.Build(settings, TimeProvider.System, Purpose.Service);
        try
        {
            Workshop.Open(host);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    // Windows knows it only as the end of a console.
    private static PosixSignalRegistration? OnHangUp(Action act) => OperatingSystem.IsWindows()
        ? null
        : PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            act();
        });

    // Before anything opens the database: from then on SQLite writes over what it could not read.
    private static void SayWhatIsLost(DigestSettings settings)
    {
        if (Databases.FileOf(settings.Storage) is { } file && CheckDatabase.LostWords(file) is { } words)
        {
            Console.Error.WriteLine(words);
        }
    }
}
