using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestWorker.Settings;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Cli;

internal static class SettingsShowVerb
{
    private static readonly Argument<string?> Section = new("PATH") { Description = "Only what stands there, as in Delivery:Smtp", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Json = Options.Json();
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // So long that they hide the rest: shown when asked for.
    private static readonly string[] Long = ["Topics", "Roles", "Bodies", "Recipes"];

    public static Command Create(Workshop workshop)
    {
        var command = new Command("show", """
            Every setting in force and where it comes from: the line of the file, a variable of the environment, the file of a secret, or
            what is built in. Secrets are hidden and people's addresses masked, so the answer may be shown to others.

            Example: digestworker settings show Delivery
            Example: digestworker settings show Roles:headteacher --json
            """) { Section, Json };
        command.SetAction(parsed => Run(parsed, workshop));
        return command;
    }

    private static int Run(ParseResult parsed, Workshop workshop)
    {
        var file = Options.FileOf(parsed);
        var reading = workshop.ReadSettings(file);
        if (reading is not SettingsReading.Accepted accepted)
        {
            return Workshop.Refuse(file, (SettingsReading.Refused)reading);
        }

        var section = parsed.GetValue(Section);
        var values = accepted.Values.All().Where(value => section is null || SettingsPath.IsAtOrUnder(value.Path, section)).ToList();
        if (values.Count == 0)
        {
            return Printer.Refuse($"Nothing is set at {section}. 'settings schema' tells which settings there are.");
        }

        if (parsed.GetValue(Json))
        {
            Printer.Json(new { file, values = values.Select(value => new { value.Path, value.Value, From = value.From.Layer, value.From.Name, value.From.Line }) });
        }
        else
        {
            Printer.Lines(Lines(values, file, isWhole: section is null));
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(List<SettingValue> values, string file, bool isWhole)
    {
        var hidden = isWhole ? values.Where(IsLong).ToList() : [];
        var shown = values.Except(hidden).ToList();
        var width = Math.Min(48, shown.Max(value => value.Path.Length));
        return
        [
            file,
            .. shown.Select(value => $"{value.Path.PadRight(width)}  {Text(value.Value)}  ({Words(value.From)})"),
            .. hidden.Count == 0 ? Array.Empty<string>() : [$"Not shown are the built-in values of {string.Join(", ", Long)}: digestworker settings show Topics"],
        ];
    }

    private static bool IsLong(SettingValue value) => value.From.Layer == SettingLayer.BuiltIn && Long.Contains(value.Path.Split(':')[0], StringComparer.Ordinal);

    private static string Text(JsonNode? value) => value?.ToJsonString(Plain) ?? "null";

    private static string Words(SettingOrigin from) => from.Layer switch
    {
        SettingLayer.File => $"line {from.Line}",
        SettingLayer.Environment => $"environment variable {from.Name}",
        SettingLayer.SecretFile => $"file {from.Name}",
        _ => "built in",
    };
}
