using System.CommandLine;
using DigestWorker.Pipeline.Care;

namespace DigestWorker.Cli.Care;

internal static class DbBackupVerb
{
    private static readonly Argument<FileInfo> Target = new("file") { Description = "The file to write; the key file is written beside it, with .key at its end", HelpName = "FILE" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file where there is one, once the new copy is proven" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("backup", """
            Copies the database and its key file while the service goes on working. The copy is read through before it gets its name, so it is there whole or not at all; only your account can open it. For SQLite.

            Example: digestworker db backup /var/backups/digestworker/today.db --force
            """) { Target, Force, Json };
        command.SetAction((parsed, cancellationToken) => workshop.AsItIsAsync(parsed, services => RunAsync(parsed, services.GetRequiredService<BackUp>(), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, BackUp backUp, CancellationToken cancellationToken)
    {
        var report = await Watched.PartAsync("Copying the database", progress =>
            backUp.RunAsync(parsed.GetValue(Target)!.FullName, parsed.GetValue(Force), progress, cancellationToken));
        if (parsed.GetValue(Json))
        {
            Printer.Json(report);
            return ExitCode.Done;
        }

        Printer.Line($"Backed up to {report.File} ({report.Bytes / 1_000_000.0:N1} MB), read through and found whole.");
        Printer.Line(report.Key is { } key ? $"Its key file is {key}: put both back together." : "There is no key file yet: nobody has opted out for good.");
        Printer.Lines(report.Rows.Select(table => $"  {table.Key,-12} {table.Value}"));
        return ExitCode.Done;
    }
}
