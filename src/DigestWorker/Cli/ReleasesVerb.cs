using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class ReleasesVerb
{
    private const int DaysShown = 28;

    private static readonly Option<DateTimeOffset?> Since = Options.Since();
    private static readonly Option<bool> All = new("--all") { Description = "Everything stored, however old" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("releases", """
            Lists releases with kind, topics and the outlets that report them; those first seen in the last four weeks unless told otherwise.

            Example: digestworker releases --since 2026-11-16 --json
            """) { Since, All, Json };
        foreach (var verb in ReleaseVerdictVerbs.Create(workshop))
        {
            command.Add(verb);
        }

        command.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        var releases = services.GetRequiredService<Releases>().Since(From(parsed, services.GetRequiredService<TimeProvider>()));
        if (parsed.GetValue(Json))
        {
            Printer.Json(releases.Select(ReleaseAnswer.Of));
            return ExitCode.Done;
        }

        Printer.Table(["Id", "Kind", "Published", "Title", "Topics", "Outlets"], releases.Select(Row));
        Printer.Line(Printer.Count(releases.Count, "release") + ".");
        return ExitCode.Done;
    }

    private static DateTimeOffset? From(ParseResult parsed, TimeProvider time) =>
        parsed.GetValue(All) ? null : parsed.GetValue(Since) ?? time.GetUtcNow().AddDays(-DaysShown);

    private static string[] Row(Release release) =>
    [
        $"{release.Id}",
        release.Kind.ToString().ToLowerInvariant(),
        ReleaseAnswer.Date(release.Lead.Entry.Published) ?? "",
        release.Lead.Entry.Title,
        string.Join(", ", release.Topics.Select(topic => topic.Id)),
        string.Join(", ", release.Entries.Select(entry => entry.Publisher).Distinct(StringComparer.OrdinalIgnoreCase)),
    ];
}
