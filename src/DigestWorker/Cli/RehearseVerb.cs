using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Rehearsing;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class RehearseVerb
{
    private static readonly Argument<FileInfo> NewFile = new("file") { Description = "The settings to try", HelpName = "NEW.json" };
    private static readonly Option<EditionWeek?> Week = Options.Week("The edition, as in 2026-W47; the present week so far when left out");
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("rehearse", """
            Tries another settings file on what is stored: composes the edition of a week for everybody by the settings in
            force and by the new ones, and shows per role and per subscriber what would be added, dropped and moved, and
            why. It works in memory: nothing is stored, nothing is sent. For SQLite.

            Example: digestworker settings rehearse new.json
            Example: digestworker settings rehearse new.json --week 2026-W47 --json
            """) { NewFile, Week, Json };
        command.SetAction((parsed, cancellationToken) => Accepted(workshop, Options.FileOf(parsed), parsed.GetValue(NewFile)!.FullName) is { } next
            ? workshop.DoAsync(parsed, (services, token) => RunAsync(parsed, services, (workshop, next), token), cancellationToken)
            : Task.FromResult(ExitCode.WrongUsage));
        return command;
    }

    /// <returns>Null where one of the two files has mistakes; all of both are said.</returns>
    private static DigestSettings? Accepted(Workshop workshop, params string[] files)
    {
        var readings = files.Select(file => (File: file, Reading: workshop.ReadSettings(file))).ToList();
        foreach (var (file, refused) in readings.Select(one => (one.File, one.Reading as SettingsReading.Refused)))
        {
            if (refused is not null)
            {
                Workshop.Refuse(file, refused);
            }
        }

        return readings.TrueForAll(one => one.Reading is SettingsReading.Accepted) ? ((SettingsReading.Accepted)readings[^1].Reading).Settings : null;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, (Workshop Workshop, DigestSettings Next) with, CancellationToken cancellationToken)
    {
        var time = services.GetRequiredService<TimeProvider>();
        if (Options.NotBegun(parsed.GetValue(Week), time) is { } fault)
        {
            return Printer.Refuse(fault);
        }

        var week = parsed.GetValue(Week) ?? EditionWeek.LastComplete(time.GetUtcNow().AddDays(7));
        var rehearsal = await Watched.StepsAsync("Rehearsing", progress => services.GetRequiredService<RehearseSettings>().Run(
            with.Next, week, (settings => with.Workshop.Build(settings, time, Purpose.Verb), progress), cancellationToken));
        if (parsed.GetValue(Json))
        {
            Printer.Json(rehearsal);
        }
        else
        {
            Printer.Lines(RehearsalText.Of(rehearsal));
        }

        return ExitCode.Done;
    }
}
