using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline.People;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>Somebody's right to be forgotten.</summary>
internal static class EraseVerb
{
    private static readonly Argument<string> Address = new("address") { Description = "The person's email address", HelpName = "ADDRESS" };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do it: nothing of it can be taken back" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("erase", """
            Takes a person out of the database and out of the mails in the folders of the settings, for good. Only a keyed hash of the address stays, so that no roster, settings file or admin subscribes it again; its owner may.

            Example: digestworker subscribers erase lead@school.example.org --yes
            """) { Address, Yes };
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, stopping) => RunAsync(parsed, services, stopping), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var address = parsed.GetValue(Address)!;
        if (!EmailAddress.IsBare(address))
        {
            return Printer.Refuse($"'{address}' is not an email address.", ExitCode.WrongUsage);
        }

        if (!parsed.GetValue(Yes))
        {
            return Printer.Refuse("Nothing was changed. This takes everything that is held about this person away for good; add --yes to do it.", ExitCode.WrongUsage);
        }

        if (await services.GetRequiredService<ErasePerson>().RunAsync(address, cancellationToken) is not { } report)
        {
            return Printer.Refuse("Nothing was changed: mails are being sent at the moment. Try again when the run has ended.", ExitCode.Failed);
        }

        var rewriting = services.GetRequiredService<Rewriting>();
        var isRewritten = await Watched.WholeAsync("Writing the database anew", rewriting.Run, CancellationToken.None);
        Tell(report, isRewritten);
        return report.Faults.Count == 0 && isRewritten ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Tell(ErasureReport report, bool isRewritten)
    {
        Printer.Line(report.WasKnown ? "Erased. Nobody but its owner can subscribe this address again." : "No subscriber had this address. Whatever else held it is deleted, and nobody can subscribe it now but its owner.");
        Printer.Lines(report.Files > 0 ? [$"{Printer.Count(report.Files, "mail")} in the folders of the settings {(report.Files == 1 ? "was" : "were")} deleted."] : []);
        Printer.Lines(report.NamedIn.Select(path => $"The settings file still holds the address at {path}: take it out. It subscribes nobody any more, but a contact, a sender or a recipient of alerts stays one."));
        Printer.Lines(report.IsSender ? ["Mails to others in the folders of the settings name the address as their sender's; they were left as they are."] : []);
        foreach (var fault in report.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        if (!isRewritten)
        {
            Console.Error.WriteLine("The free space of the database file may still hold what was deleted, because another program uses the file. The service cleans it within a day; or run the same again.");
        }
    }
}
