using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>An admin pauses somebody's digests, or lets them come again.</summary>
internal static class PauseVerb
{
    private static readonly Argument<string> Address = new("address") { Description = "The subscriber's email address", HelpName = "ADDRESS" };
    private static readonly Option<DateOnly?> Until = Options.Day("--until", $"The first day on which a digest may come again, at most {Pauses.MostWeeks} weeks ahead");
    private static readonly Option<bool> Resume = new("--resume") { Description = "Let the digests come again from now on" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("pause", """
            Sends somebody no digests for a while. They come again by themselves, and the first one covers the time between.

            Example: digestworker subscribers pause lead@school.example.org --until 2027-01-04
            """) { Address, Until, Resume };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Until) is null == result.GetResult(Resume) is null)
            {
                result.AddError("Give --until with a day, or --resume.");
            }
        });
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (first, last) = Pauses.Days(now);
        if (parsed.GetValue(Until) is { } until && (until < first || until > last))
        {
            return Printer.Refuse($"A pause may last until a day from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}; {until:yyyy-MM-dd} is none of them.", ExitCode.WrongUsage);
        }

        var (database, persons) = (services.GetRequiredService<Database>(), services.GetRequiredService<Persons>());
        if (persons.Find(parsed.GetValue(Address)!) is not { } person)
        {
            return Printer.Refuse("Nobody with this address is known.", ExitCode.Failed);
        }

        var isDone = database.InTransaction(connection => parsed.GetValue(Until) is { } day
            ? Pauses.Pause(connection, person.Id, day, (Actor.Admin, now))
            : Pauses.Resume(connection, person.Id, (Actor.Admin, now)));
        return isDone ? Tell(parsed) : Printer.Refuse(Refusal(person, parsed.GetValue(Resume)), ExitCode.Failed);
    }

    private static int Tell(ParseResult parsed)
    {
        Printer.Line(parsed.GetValue(Until) is { } day ? $"Paused: the next digest may come on {day:yyyy-MM-dd}." : "Resumed: the next edition is for them again.");
        return ExitCode.Done;
    }

    private static string Refusal(Person person, bool resume) => person switch
    {
        { State: SubscriberState.Unsubscribed } => "Nothing was changed: this person stopped the digest, and only they can come back.",
        { State: SubscriberState.Suppressed } => "Nothing was changed: mail to this person came back; 'subscribers restore' lifts that.",
        { EndedAt: not null } => "Nothing was changed: this person is not subscribed any more.",
        _ when resume => "Nothing was changed: this subscriber is not paused.",
        _ => "Nothing was changed: this subscription has not begun yet.",
    };
}
