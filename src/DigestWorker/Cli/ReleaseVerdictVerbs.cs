using System.CommandLine;
using DigestWorker.Pipeline.Releasing;

namespace DigestWorker.Cli;

/// <summary><c>releases join</c>, <c>releases split</c> and <c>releases rematch</c>: where a person or new rules change what is one release.</summary>
internal static class ReleaseVerdictVerbs
{
    private static readonly Argument<long> First = Options.Id("release", "A release's id", ("A", "releases"));
    private static readonly Argument<long> Second = Options.Id("other", "The id of the release that is the same", ("B", "releases"));
    private static readonly Argument<long> Entry = Options.Id("entry", "An entry's id, as explain lists it", ("ENTRY", "explain"));
    private static readonly Option<bool> Apply = new("--apply") { Description = "Keep the changes; without it they are only shown" };
    private static readonly Option<bool> Json = Options.Json();

    public static IEnumerable<Command> Create(Workshop workshop) =>
    [
        Verb(workshop, new Command("join", """
            Says that two releases are one. Your word outweighs every rule, now and in every rematch.

            Example: digestworker releases join 17 23
            """) { First, Second }, (parsed, services, _) => Task.FromResult(Join(parsed, services))),
        Verb(workshop, new Command("split", """
            Says that an entry does not belong with the others of its release.

            Example: digestworker releases split 104
            """) { Entry }, (parsed, services, _) => Task.FromResult(Split(parsed, services))),
        Verb(workshop, new Command("rematch", """
            Reads and places everything stored anew under the rules as they are now, and lists what that changes.
            Nothing is kept unless you say --apply. Digests that were sent stay as they are.

            Example: digestworker releases rematch --apply
            """) { Apply, Json }, RematchAsync),
    ];

    private static Command Verb(Workshop workshop, Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> act)
    {
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, token) => act(parsed, services, token), cancellationToken));
        return command;
    }

    private static int Join(ParseResult parsed, IServiceProvider services)
    {
        var (first, second) = (parsed.GetValue(First), parsed.GetValue(Second));
        return services.GetRequiredService<SayVerdict>().Join(first, second) is { } id
            ? Done($"Joined: both are release {id} from now on.")
            : Failed($"There are no two releases {first} and {second} to join. 'releases' lists them.");
    }

    private static int Split(ParseResult parsed, IServiceProvider services)
    {
        var entry = parsed.GetValue(Entry);
        return services.GetRequiredService<SayVerdict>().Split(entry) is { } id
            ? Done($"Split: entry {entry} stands in release {id} from now on.")
            : Failed($"Entry {entry} is not known, or stands alone already. 'explain' lists the entries of a release.");
    }

    private static async Task<int> RematchAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var apply = parsed.GetValue(Apply);
        var rematch = services.GetRequiredService<RematchReleases>();
        var report = await Watched.CountAsync(
            "Placing everything anew", entries => $"{Printer.Count(entries, "entry", "entries")} placed", progress => Task.Run(() => rematch.Run(apply, progress, cancellationToken), cancellationToken));
        if (parsed.GetValue(Json))
        {
            Printer.Json(report);
            return ExitCode.Done;
        }

        Printer.Lines(report.Changes.Select(change => $"  Entry {change.EntryId} \"{change.Title}\": release {change.Before} -> {change.Now}"));
        return Done($"{Printer.Count(report.Entries, "entry", "entries")} placed anew, {Printer.Count(report.Changes.Count, "change")}{(apply || report.Changes.Count == 0 ? "." : "; --apply keeps them.")}");
    }

    private static int Done(string line)
    {
        Printer.Line(line);
        return ExitCode.Done;
    }

    private static int Failed(string line)
    {
        Console.Error.WriteLine(line);
        return ExitCode.Failed;
    }
}
