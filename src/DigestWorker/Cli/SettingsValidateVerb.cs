using System.CommandLine;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class SettingsValidateVerb
{
    private static readonly Argument<FileInfo?> File = new("FILE") { Description = "The file to check instead of the one in use", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("validate", """
            Checks a settings file without using it, and tells all mistakes at once: where each stands, what stands there and what to write.
            It warns of secrets in the file. Ends with 2 where there is a mistake, with 0 where there are warnings at most.

            Example: digestworker settings validate
            Example: digestworker settings validate new.json --json
            """) { File, Json };
        command.SetAction(parsed => Run(parsed.GetValue(File)?.FullName ?? Options.FileOf(parsed), parsed.GetValue(Json), workshop));
        return command;
    }

    private static int Run(string file, bool json, Workshop workshop)
    {
        var reading = workshop.ReadSettings(file);
        IReadOnlyList<SettingsMistake> warnings = [.. reading.Warnings, .. reading.Remarks];
        var mistakes = (reading as SettingsReading.Refused)?.Mistakes ?? [];
        if (json)
        {
            Printer.Json(new { file, isValid = mistakes.Count == 0, mistakes, warnings });
        }
        else
        {
            Tell(file, reading, warnings);
        }

        return mistakes.Count == 0 ? ExitCode.Done : ExitCode.WrongUsage;
    }

    private static void Tell(string file, SettingsReading reading, IReadOnlyList<SettingsMistake> warnings)
    {
        if (reading is SettingsReading.Refused refused)
        {
            Workshop.Refuse(file, refused);
        }
        else if (reading is SettingsReading.Accepted { Settings: var settings })
        {
            Printer.Line($"The settings in {file} are right: {Printer.Count(settings.Sources.Count, "source")}, {Printer.Count(settings.Topics.Count, "topic")}, "
                + $"{Printer.Count(settings.Roles.Count, "role")}, {Printer.Count(settings.Subscribers.Count, "subscriber")}.");
        }

        Printer.Lines(warnings.Select(warning => $"Warning: {warning}"));
    }
}
