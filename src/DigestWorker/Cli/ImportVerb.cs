using System.CommandLine;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Storage;
using Spectre.Console;

namespace DigestWorker.Cli;

internal static class ImportVerb
{
    private static readonly Argument<FileInfo> Roster = new("file") { Description = "A CSV file with the header email,name,role", HelpName = "FILE.csv" };
    private static readonly Option<string> Team = new("--team") { Description = "The key or name of the team that subscribes them; made when it is new", HelpName = "T", Required = true };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would happen, change nothing" };
    private static readonly Option<bool> Confirmed = new("--confirm-leavers") { Description = "More than half of the team may leave" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("import", """
            Makes a roster true for its team: who is in the file joins, who is not in it leaves the team. Sends nothing.

            Whoever stopped the digest or was erased stays out, and what people chose for themselves stays. Columns: email and role (by id or name, several separated by semicolons; none where the team of the settings has roles), and where there are any name, area, individual. A row with a mistake is refused and leaves a member whose address it names as they are, the others count; a row marked as individual (a sole trader or partnership) is refused and keeps nobody in the team, since they have to subscribe in person.

            Example: digestworker subscribers import roster.csv --team "Board business team" --dry-run
            """) { Roster, Team, DryRun, Confirmed, Json };
        command.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        var file = parsed.GetValue(Roster)!;
        if (!file.Exists)
        {
            return Printer.Refuse($"There is no file {file.FullName}.");
        }

        try
        {
            var report = WithProgress(progress => services.GetRequiredService<ImportRoster>().Run(
                RosterText.Read(file.FullName),
                new RosterOrder(parsed.GetValue(Team)!) { Rehearse = parsed.GetValue(DryRun), Confirmed = parsed.GetValue(Confirmed), Progress = progress }));
            Tell(report, parsed);
            return report.Refused.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }
        catch (RosterFault fault)
        {
            return Printer.Refuse(fault.Message);
        }
    }

    private static ImportReport WithProgress(Func<IProgress<RosterProgress>?, ImportReport> import) => !Watched.IsOn
        ? import(null)
        : Printer.Progress.Progress().AutoClear(true).Start(bars =>
        {
            var bar = bars.AddTask("Taking in the roster").IsIndeterminate();
            return import(new Progress<RosterProgress>(now => bar.IsIndeterminate(false).MaxValue(now.Of).Value(now.Done)));
        });

    private static void Tell(ImportReport report, ParseResult parsed)
    {
        if (parsed.GetValue(Json))
        {
            Printer.Json(report);
            return;
        }

        foreach (var refused in report.Refused)
        {
            Console.Error.WriteLine($"Refused, line {refused.Line}: {refused.Reason}.");
        }

        if (parsed.GetValue(DryRun))
        {
            Printer.Table(["Address", "What would happen"], Fates(report));
        }

        Printer.Line($"{report.Joined.Count} joined, {report.Extended.Count} changed, {report.Unchanged} stay as they are, {report.Left.Count} left, {report.OptedOut.Count} stay out, {report.Refused.Count} refused.");
        Printer.Lines(report.OptedOut.Count > 0 ? ["Whoever stopped the digest, was erased or cannot be reached by mail stays out. Only 'subscribers restore', for the last of these, lets others subscribe them."] : []);
        if (parsed.GetValue(DryRun))
        {
            Printer.Line("This was a dry run: nothing was changed.");
        }
    }

    private static IEnumerable<string[]> Fates(ImportReport report) =>
    [
        .. report.Joined.Select(email => new[] { email, "joins" }),
        .. report.Extended.Select(email => new[] { email, "is subscribed already; team, roles or areas change" }),
        .. report.Left.Select(leaver => new[] { leaver.Email, leaver.Ended ? "leaves, and gets no more digests" : "leaves the team, and stays subscribed otherwise" }),
        .. report.OptedOut.Select(email => new[] { email, "stays out: stopped, erased or not reachable by mail" }),
    ];
}
