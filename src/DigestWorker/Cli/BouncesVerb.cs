using System.CommandLine;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class BouncesVerb
{
    private static readonly Option<DirectoryInfo> Folder = new("--maildir") { Description = "The maildir to read instead of Delivery:BounceMaildir", HelpName = "DIR" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var read = new Command("read", """
            Reads each new mail of the mailbox and puts it aside as read; the same mail twice changes nothing. The service does this every ten minutes.

            A mailbox that does not exist, and a complaint, suppress the subscriber at once; soft bounces (put off, mailbox full) do so after three editions in a row. Refusals for policy or content suppress nobody: many of them mean that you are on a block list. Mails whose subject holds a valid unsubscribe token stop that digest. 'subscribers restore' lifts a suppression.

            Example: digestworker bounces read --maildir /var/mail/bounces --json
            """) { Folder, Json };
        read.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, token) => ReadAsync(parsed, services, token), cancellationToken));
        return new Command("bounces", """
            What comes back: bounces, complaints, unsubscribing by mail.

            Example: digestworker bounces read
            """) { read };
    }

    private static async Task<int> ReadAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var mailbox = parsed.GetValue(Folder) is { } folder
            ? new Maildir(folder.FullName)
            : Mailboxes.Open(services.GetRequiredService<DigestSettings>().Delivery);
        if (mailbox is null)
        {
            await Console.Error.WriteLineAsync("Delivery:BounceMaildir is missing in the settings; write the folder into which your mail server delivers what comes back, or name one by --maildir.");
            return ExitCode.WrongUsage;
        }

        var report = await Watched.WholeAsync("Reading what came back", () => services.GetRequiredService<ReadBounces>().Run(mailbox, cancellationToken), cancellationToken);
        Print(report, parsed.GetValue(Json));
        if (report.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        return report.Fault is null ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(BounceReport report, bool json)
    {
        if (json)
        {
            Printer.Json(new BouncesAnswer(
                Enum.GetValues<BounceKind>().ToDictionary(kind => kind, report.Counts.GetValueOrDefault), report.Ended, report.Known, report.Unreadable));
            return;
        }

        Printer.Table(["Mails", "Count"], Enum.GetValues<BounceKind>().Select(kind => new[] { Words(kind), $"{report.Counts.GetValueOrDefault(kind)}" }));
        Printer.Line($"{Printer.Count(report.Ended, "subscriber")} will get nothing more. {report.Known} mails were known before, {report.Unreadable} could not be read.");
    }

    private static string Words(BounceKind kind) => kind switch
    {
        BounceKind.Hard => "Hard bounces",
        BounceKind.Soft => "Soft bounces",
        BounceKind.Refused => "Refused for policy or content",
        BounceKind.Complaint => "Complaints",
        BounceKind.AutoReply => "Automatic replies",
        BounceKind.Unsubscribe => "Unsubscribing by mail",
        _ => "Other mail",
    };

    private sealed record BouncesAnswer(IReadOnlyDictionary<BounceKind, int> Mails, int Ended, int Known, int Unreadable);
}
