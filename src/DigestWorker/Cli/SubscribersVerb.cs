using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class SubscribersVerb
{
    private static readonly Argument<string> Address = new("address") { Description = "An email address", HelpName = "ADDRESS" };
    private static readonly Option<string[]> RoleIds = new("--role") { Description = "A role's id; repeat it for several", HelpName = "ID", Required = true };
    private static readonly Option<string?> Name = new("--name") { Description = "The name to address mails to", HelpName = "N" };
    private static readonly Option<string[]> Areas = new("--area") { Description = "An area to rank first; repeat it for several", HelpName = "A" };
    private static readonly Option<string?> LeftTeam = new("--team") { Description = "Only this team does not subscribe them any more", HelpName = "T" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop) => new("subscribers", """
        Who gets the digest.

        Example: digestworker subscribers add lead@school.example.org --role designated-safeguarding-lead --area Kent
        """)
    {
        Verb(workshop, new Command("add", """
            Subscribes somebody, or adds a role or an area to somebody subscribed.

            Example: digestworker subscribers add lead@school.example.org --role designated-safeguarding-lead
            """) { Address, RoleIds, Name, Areas }, Add),
        ImportVerb.Create(workshop),
        Verb(workshop, new Command("list", """
            Lists the subscribers.

            Example: digestworker subscribers list --json
            """) { Json }, List),
        PreferVerb.Create(workshop),
        PauseVerb.Create(workshop),
        Verb(workshop, new Command("remove", """
            Ends somebody's subscription or, with a team, only what this team asked for. That is no opt-out: a roster may name them again.

            Example: digestworker subscribers remove lead@school.example.org --team "Board business team"
            """) { Address, LeftTeam }, Remove),
        Verb(workshop, new Command("unsubscribe", """
            Notes somebody's own objection, as if they had used the link of a mail: nobody but they can subscribe them again.

            Example: digestworker subscribers unsubscribe lead@school.example.org
            """) { Address }, Unsubscribe),
        RestoreVerb.Create(workshop),
        ShowVerb.Create(workshop),
        ExportVerb.Create(workshop),
        EraseVerb.Create(workshop),
    };

    private static Command Verb(Workshop workshop, Command command, Func<ParseResult, IServiceProvider, int> act)
    {
        command.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, _) => Task.FromResult(act(parsed, services)), cancellationToken));
        return command;
    }

    private static int Add(ParseResult parsed, IServiceProvider services)
    {
        var (address, roles) = (parsed.GetValue(Address)!, parsed.GetValue(RoleIds)!);
        var settings = services.GetRequiredService<DigestSettings>();
        var fault = EmailAddress.IsBare(address)
            ? roles.Select(role => Roles.Fault(settings, role)).FirstOrDefault(words => words is not null)
            : $"'{address}' is not an email address.";
        if (fault is not null)
        {
            return Printer.Refuse(fault);
        }

        var joiner = new Joiner(address, parsed.GetValue(Name), Roles.Ids(settings, roles), parsed.GetValue(Areas) ?? []);
        var outcome = services.GetRequiredService<Subscribers>().Add(joiner, services.GetRequiredService<TimeProvider>().GetUtcNow());
        Printer.Line(outcome switch
        {
            JoinOutcome.Joined => "Subscribed.",
            JoinOutcome.Extended => "Was subscribed already; what is new was added.",
            _ => "Not subscribed: this person has opted out, and only they can come back; or mail to them came back, which 'subscribers restore' lifts.",
        });
        return outcome == JoinOutcome.OptedOut ? ExitCode.Failed : ExitCode.Done;
    }

    private static int List(ParseResult parsed, IServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        IReadOnlyList<Subscriber> subscribers = [.. services.GetRequiredService<Subscribers>().Everybody(), .. services.GetRequiredService<Confirmations>().Pending(now)];
        if (parsed.GetValue(Json))
        {
            Printer.Json(subscribers.Select(SubscriberAnswer.Of));
            return ExitCode.Done;
        }

        Printer.Table(["Address", "Name", "Roles", "Areas", "Teams", "State"], subscribers.Select(one => new[]
        {
            one.Email, one.Name ?? "", string.Join(", ", one.Roles), string.Join(", ", one.Areas), string.Join(", ", one.Teams),
            one.State.ToString().ToLowerInvariant(),
        }));
        Printer.Line(Printer.Count(subscribers.Count, "subscriber") + ".");
        return ExitCode.Done;
    }

    private static int Remove(ParseResult parsed, IServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var address = parsed.GetValue(Address)!;
        var removed = parsed.GetValue(LeftTeam) is { } team
            ? services.GetRequiredService<Teams>().Remove(address, team, now)
            : services.GetRequiredService<Subscribers>().Remove(address, now);
        if (!removed)
        {
            return Printer.Refuse(parsed.GetValue(LeftTeam) is null ? "Nobody with this address is subscribed." : "Nobody with this address is in that team.", ExitCode.Failed);
        }

        Printer.Line("Removed.");
        return ExitCode.Done;
    }

    private static int Unsubscribe(ParseResult parsed, IServiceProvider services)
    {
        var address = parsed.GetValue(Address)!;
        if (!EmailAddress.IsBare(address))
        {
            return Printer.Refuse($"'{address}' is not an email address.");
        }

        var stopped = services.GetRequiredService<Stops>().Object(address, services.GetRequiredService<TimeProvider>().GetUtcNow());
        Printer.Line(stopped ? "Unsubscribed. Only they can come back." : "Nobody with this address was known; nobody can subscribe it now but its owner.");
        return ExitCode.Done;
    }

    private sealed record SubscriberAnswer(
        string Email, string? Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Areas, IReadOnlyList<string> Teams,
        SubscriberState State, string Since)
    {
        public static SubscriberAnswer Of(Subscriber one) =>
            new(one.Email, one.Name, one.Roles, one.Areas, one.Teams, one.State, one.Since.ToStorage());
    }
}
