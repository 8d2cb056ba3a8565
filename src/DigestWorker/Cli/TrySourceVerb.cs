using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Settings.Checking;

namespace DigestWorker.Cli;

/// <summary>The way an admin explores an address before it becomes a source.</summary>
internal static class TrySourceVerb
{
    private static readonly Argument<string> Address = new("address") { Description = "A web address or a file", HelpName = "URL-or-FILE" };
    private static readonly Option<string> Kind = new("--kind")
    {
        Description = $"How to read it: {string.Join(", ", SourceKinds.ByWord.Keys)}",
        HelpName = "K",
        DefaultValueFactory = _ => "feed",
    };

    private static readonly Option<string?> Recipe = new("--recipe") { Description = "For page-list: the id of a recipe", HelpName = "R" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("try", """
            Reads an address once and prints its entries. Stores nothing, and needs no row in the settings.

            Example: digestworker sources try https://www.example.org/feed/ --json
            Example: digestworker sources try page.html --kind page-list --recipe dfe-find-statistics
            """) { Address, Kind, Recipe, Json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, workshop, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Workshop workshop, CancellationToken cancellationToken)
    {
        if (!SourceKinds.ByWord.TryGetValue(parsed.GetValue(Kind)!, out var kind))
        {
            return await RefuseAsync($"'{parsed.GetValue(Kind)}' is not a kind; {SourceKinds.Advice(parsed.GetValue(Kind)!)}.");
        }

        if (ToUrl(parsed.GetValue(Address)!) is not { } url)
        {
            return await RefuseAsync($"'{parsed.GetValue(Address)}' is neither a web address nor a file that exists.");
        }

        return await workshop.WithoutDatabaseAsync(parsed, async services =>
        {
            var recipes = services.GetRequiredService<DigestSettings>().Recipes;
            if (parsed.GetValue(Recipe) is { } id && !recipes.ContainsKey(id))
            {
                return await RefuseAsync($"'{id}' is not a recipe; the recipes are: {string.Join(", ", recipes.Keys)}.");
            }

            var source = new Source("try", kind, url, url.Host, [], [])
            {
                Recipe = recipes.GetValueOrDefault(parsed.GetValue(Recipe) ?? ""),
            };
            var trial = await Watched.WholeAsync("Reading", () => services.GetRequiredService<CheckSource>().TryAsync(source, cancellationToken));
            Print(trial, parsed.GetValue(Json));
            if (trial.Fault is { } fault)
            {
                await Console.Error.WriteLineAsync($"{source.Url}: {fault}");
            }

            return trial.Fault is null ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private static Uri? ToUrl(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" or "file" && !address.StartsWith('/') ? url
        : File.Exists(address) ? new Uri(Path.GetFullPath(address))
        : null;

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return ExitCode.WrongUsage;
    }

    private static void Print(SourceTrial trial, bool json)
    {
        if (json)
        {
            Printer.Json(trial.Entries.Select(EntryAnswer.Of));
        }
        else if (trial.Fault is null)
        {
            Printer.Lines(trial.Remarks);
            Printer.Table(["Published", "Title", "Address"], trial.Entries.Select(entry => new[]
            {
                ReleaseAnswer.Date(entry.Published ?? entry.Updated) ?? "no date", entry.Title, entry.Url?.AbsoluteUri ?? "",
            }));
            Printer.Line(Printer.Count(trial.Entries.Count, "entry", "entries") + ".");
        }
    }

    private sealed record EntryAnswer(
        string? Id, string? Url, string Title, string? Published, string? Updated, string Summary, string Content, string? Author)
    {
        public static EntryAnswer Of(Entry entry) => new(
            entry.PublisherId, entry.Url?.AbsoluteUri, entry.Title, ReleaseAnswer.Date(entry.Published), ReleaseAnswer.Date(entry.Updated),
            entry.Summary, entry.Content, entry.Author);
    }
}
