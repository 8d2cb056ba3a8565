using System.CommandLine;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>An admin lifts a suppression.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<string> Address = new("address") { Description = "The subscriber's email address", HelpName = "ADDRESS" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("restore", """
            Sends to a suppressed subscriber again, from the next edition on. Do it when you know that the mailbox works again; after a complaint only when the person asks for it. What bounced before counts no more. A person's own stop is never lifted.

            Example: digestworker subscribers restore lead@school.example.org
            """) { Address };
        command.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var outcome = services.GetRequiredService<Suppressions>().Restore(parsed.GetValue(Address)!, now);
        if (outcome == RestoreOutcome.Restored)
        {
            Printer.Line("Restored: the suppression is lifted.");
            return ExitCode.Done;
        }

        Console.Error.WriteLine(outcome switch
        {
            RestoreOutcome.OptedOut => "Not restored: this person stopped the digest, and only they can come back.",
            RestoreOutcome.NotSuppressed => "Nothing to restore: this subscriber is not suppressed.",
            _ => "Nobody with this address is known.",
        });
        return ExitCode.Failed;
    }
}
