using System.CommandLine;
using DigestWorker.Pipeline.Care;
using DigestWorker.Storage.Care;

namespace DigestWorker.Cli.Care;

internal static class DbRestoreVerb
{
    private static readonly Argument<FileInfo> Copy = new("file") { Description = "The backup to put back, with its key file beside it", HelpName = "FILE" };
    private static readonly Option<bool> Force = new("--force") { Description = "Also where the database in place is in order" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("restore", """
            Puts a backup in the database's place. Stop the service first. Everything is tried on a copy of the backup before anything changes; the replaced database stays beside it. Whoever stopped or was erased since the backup was made stays out, as far as the replaced database can still be read. For SQLite.

            Example: digestworker db restore /var/backups/digestworker/digestworker-20261127-021500.db --force
            """) { Copy, Force, Json };
        command.SetAction((parsed, cancellationToken) => workshop.AsItIsAsync(parsed, services => RunAsync(parsed, services.GetRequiredService<RestoreDatabase>(), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, RestoreDatabase restore, CancellationToken cancellationToken)
    {
        var (copy, force) = (parsed.GetValue(Copy)!.FullName, parsed.GetValue(Force));
        var report = await Watched.WholeAsync("Proving the copy", () => restore.Run(copy, force), cancellationToken);
        if (parsed.GetValue(Json))
        {
            Printer.Json(report);
            return ExitCode.Done;
        }

        Printer.Line($"Restored: {report.File} is now the copy {copy}{(report.CopySchema < report.Schema ? $", brought from schema {report.CopySchema} to {report.Schema}" : "")}.");
        Printer.Lines(report.Rows.Select(table => $"  {table.Key,-12} {table.Value}"));
        Printer.Lines(report.Kept is { } kept ? [$"The replaced database is {kept}. Delete it when you do not need it any more: it holds what is held about people."] : []);
        Printer.Lines(report.CarriedOver is { } carried ? Promises(carried) : report.Kept is null ? [] :
        [
            "The replaced database could not be read, so nothing was carried over. Before you start the service: note again whoever stopped or was erased since the copy was made",
            "('subscribers unsubscribe', 'subscribers erase'; your mailbox knows them), and expect an edition that went out since to be sent again.",
        ]);
        Printer.Line("Next: 'digestworker db check', then start the service.");
        return ExitCode.Done;
    }

    private static IEnumerable<string> Promises(CarriedOver carried)
    {
        yield return $"Carried over: {Printer.Count(carried.OptOuts, "opt-out")}, {Printer.Count(carried.Stopped, "stop")}; {Printer.Count(carried.Erased, "person was", "people were")} erased again.";
        if (carried.Mails > 0)
        {
            yield return $"Of {Printer.Count(carried.Mails, "mail")} that waited when the copy was made it is known what became of them since; what was sent is not sent again.";
        }

        if (carried.Unread.Count > 0)
        {
            yield return $"Of the replaced database these could not be read and are as in the copy: {string.Join(", ", carried.Unread)}. Before you start the service, note again by 'subscribers unsubscribe' and 'subscribers erase' what you know of.";
        }

        if (carried.Editions.Count > 0)
        {
            yield return $"Editions that went out since are not sent again: {string.Join(", ", carried.Editions)}. The next digest covers what they told.";
        }
    }
}
