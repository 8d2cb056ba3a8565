using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class DigestVerb
{
    private static readonly Option<EditionWeek?> Week = Options.Week();
    private static readonly Option<string?> Role = Options.Role("Only for subscribers with this role");
    private static readonly Option<string?> Subscriber = new("--subscriber") { Description = "Only for this address", HelpName = "ADDRESS" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would go out; keep and send nothing" };
    private static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "Write the mails into this folder instead of sending them; on PostgreSQL with --dry-run alone, else without it only while no service works with the database", HelpName = "DIR" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("digest", """
            Publishes an edition now: composes a digest for each subscriber who has none in it yet, and sends whatever is due, what was held of this edition too. Running it again sends nothing twice.

            Example: digestworker digest --week 2026-W47 --dry-run
            """) { Week, Role, Subscriber, DryRun, Out, Json, DigestReportVerb.Create(workshop), BoardPaperVerb.Create(workshop) };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Role) is not null && result.GetResult(Subscriber) is not null)
            {
                result.AddError("Give --role or --subscriber, not both.");
            }
        });
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, token) => RunAsync(parsed, services, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var deliver = services.GetRequiredService<DeliverEdition>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var week = parsed.GetValue(Week) ?? EditionWeek.LastComplete(now);
        if (week.End > now)
        {
            return Printer.Refuse($"The week {week} is not over yet; the last complete one is {EditionWeek.LastComplete(now)}.");
        }

        var (isDry, folder) = (parsed.GetValue(DryRun), parsed.GetValue(Out)?.FullName);
        using var alone = isDry || folder is null ? null : services.GetRequiredService<Database>().TryKeepServicesOut();
        if (!isDry && folder is not null && alone is null)
        {
            return Printer.Refuse("A service that works with this database would mail what is composed here. Stop it first, or add --dry-run, which writes the mails and keeps nothing; on PostgreSQL, where any worker would, --dry-run is the only way.", ExitCode.Failed);
        }

        if (!isDry)
        {
            services.GetRequiredService<FollowRosters>().Run();
        }

        services.GetRequiredService<FollowSettings>().Run();
        if (WrongChoice(parsed, services) is { } fault)
        {
            return Printer.Refuse(fault);
        }

        var (published, sent) = isDry
            ? (await deliver.DryRunAsync(week, Wanted(parsed) ?? (_ => true), folder, cancellationToken), null)
            : await WithProgressAsync(progress => deliver.RunAsync(week, Wanted(parsed), folder, progress, cancellationToken));
        DigestAnswer.Print(published, sent, isDry, parsed.GetValue(Json));
        return sent is { Failed: > 0 } or { Deferred: > 0 } or { Held: > 0 } or { Stopped: not null } ? ExitCode.Failed : ExitCode.Done;
    }

    private static Task<T> WithProgressAsync<T>(Func<IProgress<int>?, Task<T>> work) =>
        Watched.CountAsync("Composing", done => $"{Printer.Count(done, "digest")} dealt with", work);

    /// <returns>Null for everybody.</returns>
    private static Func<Subscriber, bool>? Wanted(ParseResult parsed) =>
        parsed.GetValue(Role) is { } role ? subscriber => subscriber.Roles.Contains(role, StringComparer.OrdinalIgnoreCase)
        : parsed.GetValue(Subscriber) is { } address ? subscriber => Same(subscriber, address)
        : null;

    private static string? WrongChoice(ParseResult parsed, IServiceProvider services)
    {
        if (parsed.GetValue(Role) is { } id && Roles.Fault(services.GetRequiredService<DigestSettings>(), id) is { } fault)
        {
            return fault;
        }

        return parsed.GetValue(Subscriber) is { } address && !services.GetRequiredService<Subscribers>().All().Any(one => Same(one, address))
            ? "Nobody with this address is subscribed; 'subscribers list' shows who is."
            : null;
    }

    private static bool Same(Subscriber subscriber, string address) =>
        EmailAddress.AreSame(subscriber.Email, address);
}
