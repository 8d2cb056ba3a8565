using System.CommandLine;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

/// <summary>The installation's own keys, which know the people again who may not be subscribed by others.</summary>
internal static class KeysVerb
{
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop) => new("keys", """
        The keys of this installation: opt-outs that outlive an address are kept as hashes made with them. Back up the key file with the database.

        Example: digestworker keys show
        """)
    {
        Show(workshop),
        Rotate(workshop),
    };

    private static Command Show(Workshop workshop)
    {
        var command = new Command("show", """
            Names the keys by their ids, newest first, and their file; never a key itself.

            Example: digestworker keys show --json
            """) { Json };
        command.SetAction((parsed, _) => workshop.WithSettingsAsync(
            Options.FileOf(parsed), settings => Task.FromResult(Show(settings.Storage.KeyFile!, parsed.GetValue(Json)))));
        return command;
    }

    private static Command Rotate(Workshop workshop)
    {
        var command = new Command("rotate", """
            Makes a new key that is used from now on. The old ones stay in the file, so that whoever opted out stays out. Then back up the file and, where several workers share a database, copy it to each of them; one that lacks it subscribes nobody for whom others ask, as soon as somebody has opted out.

            Example: digestworker keys rotate
            """);
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(
            parsed, (services, _) => Task.FromResult(Rotate(services.GetRequiredService<DigestSettings>().Storage.KeyFile!)), cancellationToken));
        return command;
    }

    private static int Show(string file, bool json)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no key file {file}; it is made at the first use.");
            return ExitCode.Failed;
        }

        var ids = Ids(file);
        if (json)
        {
            Printer.Json(new { file, ids.Count, ids });
            return ExitCode.Done;
        }

        Printer.Line($"{Printer.Count(ids.Count, "key")} in {file}, newest first:");
        Printer.Lines(ids.Select(id => $"  {id}"));
        return ExitCode.Done;
    }

    private static int Rotate(string file)
    {
        KeyFile.Rotate(file);
        Printer.Line($"The new key is {Ids(file)[0]}. A service that runs takes it over within seconds. Back up {file}.");
        Printer.Line("Where several workers share the database, copy the file to each of them: one that lacks it subscribes nobody for whom others ask, as soon as somebody has opted out.");
        return ExitCode.Done;
    }

    private static List<string> Ids(string file) => [.. KeyFile.ReadOrCreate(file).Ids.Select(Convert.ToHexStringLower)];
}
