using System.CommandLine;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>All that an admin needs to know about one person.</summary>
internal static class ShowVerb
{
    private static readonly Argument<string> Address = new("address") { Description = "The person's email address", HelpName = "ADDRESS" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("show", """
            Says of one person who subscribed them and when, which roles and areas hold, what they asked for, what became of their digests, and who changed what.

            Example: digestworker subscribers show lead@school.example.org
            """) { Address, Json };
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        var (persons, address) = (services.GetRequiredService<Persons>(), parsed.GetValue(Address)!);
        if (persons.Find(address) is not { } person)
        {
            Console.Error.WriteLine(persons.OptOutOf(address) is { } optOut
                ? $"Nobody with this address is known. It {PersonText.Words(optOut)}."
                : "Nobody with this address is known.");
            return ExitCode.Failed;
        }

        if (parsed.GetValue(Json))
        {
            Printer.Json(person);
        }
        else
        {
            PersonText.Print(person);
        }

        return ExitCode.Done;
    }
}
