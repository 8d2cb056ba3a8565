using System.CommandLine;
using System.Text;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Settings.Reading;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class TeamExportVerb
{
    private static readonly Argument<string> Team = TeamsVerb.Team();
    private static readonly Option<string?> Out = new("--out") { Description = "Write into this file, for your account alone, instead of standard output", HelpName = "FILE.csv" };

    // Spreadsheets take a file without the mark for the encoding of their country.
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    public static Command Create(Workshop workshop)
    {
        var command = new Command("export", """
            Writes a team's members as CSV, which 'subscribers import' reads again. People who stopped are not in it.

            Example: digestworker teams export leads --out leads.csv
            """) { Team, Out };
        TeamsVerb.SetAction(command, workshop, Team, Run);
        return command;
    }

    private static int Run(ParseResult parsed, ListedTeam team, IServiceProvider services)
    {
        var csv = services.GetRequiredService<ExportTeam>().Run(team.Id);
        if (parsed.GetValue(Out) is not { } file)
        {
            Console.Out.Write(csv);
            return ExitCode.Done;
        }

        if (file.Length == 0 || Directory.Exists(file))
        {
            return Printer.Refuse($"'{file}' is no file; --out needs the name of one.");
        }

        Write(Path.GetFullPath(file), csv);
        Console.Error.WriteLine($"Written to {file}.");
        return ExitCode.Done;
    }

    private static void Write(string file, string csv)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var writer = new StreamWriter(GuardedFile.Create(file, FileMode.Create), Marked);
        writer.Write(csv);
    }
}
