using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class StatusVerb
{
    // What fits on one screen.
    private const int MostTroubles = 10;

    private static readonly Option<bool> Check = new("--check") { Description = "For monitoring: asks DNS too, and ends with 1 where something needs you" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("status", """
            How the service is, on one screen: next runs, the last edition, what waits to be sent, subscribers, and what needs you.

            Example: digestworker status
            Example: digestworker status --check --json
            """) { Check, Json };
        command.SetAction((parsed, cancellationToken) => workshop.WithSettingsAsync(Options.FileOf(parsed), settings => Databases.FileOf(settings.Storage) is not { } file || File.Exists(file)
            ? workshop.DoAsync(parsed, (services, token) => RunAsync(parsed, services, token), cancellationToken)
            : Task.FromResult(BeforeTheFirstRun(parsed, workshop, settings))));
        return command;
    }

    // Whoever only looks makes no database.
    private static int BeforeTheFirstRun(ParseResult parsed, Workshop workshop, DigestSettings settings)
    {
        using var host = workshop.Build(settings, TimeProvider.System, Purpose.Verb);
        var now = TimeProvider.System.GetUtcNow();
        return Show(parsed, ServiceStatus.BeforeTheFirstRun(now, host.Services.GetRequiredService<Func<DateTimeOffset, IReadOnlyList<NextRun>>>()(now), settings));
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var status = services.GetRequiredService<ReadStatus>().Run();
        return Show(parsed, parsed.GetValue(Check) ? status.And(await services.GetRequiredService<CheckDns>().RunAsync(cancellationToken)) : status);
    }

    private static int Show(ParseResult parsed, ServiceStatus status)
    {
        if (parsed.GetValue(Json))
        {
            Printer.Json(Answer.Of(status));
        }
        else
        {
            Printer.Lines(Lines(status));
        }

        return parsed.GetValue(Check) && status.Troubles.Count > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static IEnumerable<string> Lines(ServiceStatus status) =>
    [
        .. status.NextRuns.Select(run => $"{(run.What == "collect" ? "Next collection" : "Next edition"),-18}{Minute(run.At)}"),
        $"{"Last edition",-18}{(status.Edition is { } edition ? $"{edition.Week}: {edition.Subscribers} subscribers, {Counts(edition.Deliveries)}" : "none yet")}",
        $"{"Waiting",-18}{Printer.Count(status.Queue.Digests, "digest")}, {Printer.Count(status.Queue.Letters, "letter")}",
        $"{"Subscribers",-18}{(status.Subscribers.Count == 0 ? "none yet" : Counts(status.Subscribers))}",
        $"{"Sources",-18}{status.Sources.Count(source => ServiceStatus.IsWell(source.State))} of {status.Sources.Count} are well",
        $"{"Newest backup",-18}{(status.Backup is { } backup ? Minute(backup.At) : "none by the service")}",
        "",
        .. status.Troubles.Count == 0 ? ["Nothing needs you."] : Some(status.Troubles).Prepend("What needs you:"),
        .. status.Checks.Where(check => !check.IsGood && !check.IsTrouble).Select(check => $"Unless it is meant so: {check.Words}"),
    ];

    private static IEnumerable<string> Some(IReadOnlyList<string> troubles) => troubles.Take(MostTroubles).Select(words => $"  {words}")
        .Concat(troubles.Count > MostTroubles ? [$"  and {troubles.Count - MostTroubles} more; --json names them all"] : []);

    private static string Counts<T>(IReadOnlyDictionary<T, int> counts) where T : struct, Enum =>
        string.Join(", ", counts.OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key.ToString().ToLowerInvariant()}"));

    private static string Minute(DateTimeOffset at) => $"{TimeZoneInfo.ConvertTime(at, EditionWeek.London):ddd yyyy-MM-dd HH:mm}";

    private sealed record Answer(
        IReadOnlyList<NextRun> NextRuns, string? Edition, IReadOnlyDictionary<DeliveryState, int>? Deliveries, int WaitingDigests, int WaitingLetters, DateTimeOffset? WaitingSince,
        string? Stopped, DateTimeOffset? NewestBackup, IReadOnlyDictionary<SubscriberState, int> Subscribers, IReadOnlyList<SourceAnswer> Sources, IReadOnlyList<CheckResult> Checks, IReadOnlyList<string> Troubles)
    {
        public static Answer Of(ServiceStatus status) => new(
            status.NextRuns,
            status.Edition?.Week.ToString(),
            status.Edition?.Deliveries,
            status.Queue.Digests,
            status.Queue.Letters,
            status.Queue.Oldest,
            status.Pause?.Reason,
            status.Backup?.At,
            status.Subscribers,
            [.. status.Sources.Select(SourceAnswer.Of)],
            status.Checks,
            status.Troubles);
    }
}
