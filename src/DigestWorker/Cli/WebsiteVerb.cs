using System.CommandLine;
using DigestWorker.Pipeline.Website;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class WebsiteVerb
{
    private static readonly Option<DirectoryInfo> Out = new("--out") { Description = "The folder that your web server shows at Web:PublicUrl", HelpName = "DIR", Required = true };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("website", """
            Writes what everybody may read into a folder: for each role an Atom feed, a calendar of days ahead and the week's digest as a page, for each team a calendar, and an index. Holds nothing about subscribers. Again writes only what has changed.

            Example: digestworker website --out public
            """) { Out, Json };
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, token) => RunAsync(parsed, services, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<DigestSettings>().Web.PublicUrl is not { } address)
        {
            await Console.Error.WriteLineAsync("Web:PublicUrl is missing in the settings; write the address where these files will be read, such as \"https://digest.example.org\".");
            return ExitCode.WrongUsage;
        }

        var folder = parsed.GetValue(Out)!.FullName;
        var published = await Watched.WholeAsync("Writing the files", () => services.GetRequiredService<PublishFiles>().RunAsync(folder, new Uri(address), cancellationToken));
        if (parsed.GetValue(Json))
        {
            Printer.Json(new WebsiteAnswer(folder, published.Written, published.Unchanged));
            return ExitCode.Done;
        }

        Printer.Lines(published.Written);
        Printer.Line($"{Printer.Count(published.Written.Count, "file")} written to {folder}, {published.Unchanged.Count} unchanged.");
        return ExitCode.Done;
    }

    private sealed record WebsiteAnswer(string Folder, IReadOnlyList<string> Written, IReadOnlyList<string> Unchanged);
}
