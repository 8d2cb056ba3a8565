using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class DigestReportVerb
{
    private const int MostRows = 50;

    private static readonly Option<EditionWeek?> Week = Options.Week();
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("report", """
            Says of one edition who has got it and who has not, with the reason and the next try. The counts add up to its subscribers.

            Example: digestworker digest report --week 2026-W47
            """) { Week, Json };
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        var week = parsed.GetValue(Week) ?? EditionWeek.LastComplete(services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (services.GetRequiredService<Editions>().Find(week) is not { } edition)
        {
            Console.Error.WriteLine($"There is no edition {week}; 'digest --week {week}' publishes it.");
            return ExitCode.WrongUsage;
        }

        var reports = services.GetRequiredService<EditionReports>();
        Print(reports.Of(edition), reports.Unsent(edition), services.GetRequiredService<SendingPauses>().Find(), parsed.GetValue(Json));
        return ExitCode.Done;
    }

    private static void Print(EditionReport report, IReadOnlyList<UnsentDigest> unsent, SendingPause? pause, bool json)
    {
        if (json)
        {
            Printer.Json(Answer.Of(report, unsent, pause));
            return;
        }

        Printer.Line($"Edition {report.Week}: {Printer.Count(report.Subscribers, "subscriber")}, {Printer.Count(report.Digests, "digest")}, "
            + $"{report.WithoutDigest} without one because nothing was new for them"
            + (report.Waiting > 0 ? $", {report.Waiting} for a later day, paused or in quiet days of their teams." : "."));
        Printer.Lines(Enum.GetValues<DeliveryState>().Where(state => report.Of(state) > 0).Select(state => $"  {Words(state),-10} {report.Of(state)}"));
        Printer.Lines(pause is null ? [] : [$"Sending stopped: {pause.Reason}. It is tried again at {pause.Until:u}; 'digest' does not wait for that."]);
        if (unsent.Count > 0)
        {
            Printer.Table(["Address", "State", "Tries", "Next try", "Why"], unsent.Take(MostRows).Select(Row));
            Printer.Lines(unsent.Count > MostRows ? [$"and {unsent.Count - MostRows} more; --json names them all"] : []);
        }
    }

    private static string Words(DeliveryState state) => state.ToString().ToLowerInvariant();

    private static string[] Row(UnsentDigest digest) =>
        [digest.Recipient.Length > 0 ? digest.Recipient : "(erased)", Words(digest.State), $"{digest.Attempts}", digest.DueAt is { } at ? $"{at:yyyy-MM-dd HH:mm} UTC" : "none", digest.Reply];

    private sealed record Answer(
        string Week, int Subscribers, int Digests, int WithoutDigest, int Waiting, IReadOnlyDictionary<string, int> States, string? Stopped, DateTimeOffset? NextTryAt, IReadOnlyList<Answer.Unsent> NotSent)
    {
        public static Answer Of(EditionReport report, IReadOnlyList<UnsentDigest> unsent, SendingPause? pause) => new(
            report.Week.ToString(),
            report.Subscribers,
            report.Digests,
            report.WithoutDigest,
            report.Waiting,
            Enum.GetValues<DeliveryState>().ToDictionary(Words, state => report.Of(state)),
            pause?.Reason,
            pause?.Until,
            [.. unsent.Select(digest => new Unsent(digest.Recipient, Words(digest.State), digest.Attempts, digest.DueAt, digest.Reply))]);

        internal sealed record Unsent(string Email, string State, int Tries, DateTimeOffset? NextTryAt, string Why);
    }
}
