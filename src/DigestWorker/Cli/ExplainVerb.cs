using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class ExplainVerb
{
    private static readonly Argument<long> Id = Options.Id("release", "A release's id, as releases lists it", ("RELEASE", "releases"));
    private static readonly Option<string?> Subscriber = new("--subscriber") { Description = "Why it is, or is not, in this subscriber's digest", HelpName = "ADDRESS" };
    private static readonly Option<string?> Role = Options.Role("Why it is, or is not, in the digest of somebody new with this role");
    private static readonly Option<EditionWeek?> Week = Options.Week();
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("explain", """
            Tells the whole story of a release: its entries and the evidence that joined them, its labels with the phrases
            behind them, its figures with their sentences, and what was nearly the same.

            For a subscriber or a role it says why the release is in the digest of a week or why not: the score in its
            parts against the minimum, and the setting or the subscriber's own choice that decides. Without --week it is
            the last complete week, or the present one where the release came later. Nothing is composed for keeping or sent; the
            people whom the settings file names are taken over first, as for each edition.

            Example: digestworker explain 17
            Example: digestworker explain 17 --subscriber lead@school.example.org
            Example: digestworker explain 17 --role headteacher --week 2026-W47 --json
            """) { Id, Subscriber, Role, Week, Json };
        command.Validators.Add(result =>
        {
            var asked = (result.GetResult(Subscriber) is null ? 0 : 1) + (result.GetResult(Role) is null ? 0 : 1);
            if (asked != 1 && (asked == 2 || result.GetResult(Week) is not null))
            {
                result.AddError(asked == 2 ? "Give --subscriber or --role, not both." : "Say with --subscriber or --role whose digest of the week is meant.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, token) => Task.FromResult(Run(parsed, services, token)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(Id);
        if (parsed.GetValue(Subscriber) is null && parsed.GetValue(Role) is null)
        {
            return services.GetRequiredService<ExplainRelease>().Run(id) is { } story ? Tell(story, parsed.GetValue(Json)) : Unknown(id);
        }

        services.GetRequiredService<OpenEdition>().CompileAhead();
        return services.GetRequiredService<Releases>().Find(id) is { } release ? Explain(release, parsed, services, cancellationToken) : Unknown(id);
    }

    private static int Explain(Release release, ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (settings, explain, week) = (services.GetRequiredService<DigestSettings>(), services.GetRequiredService<ExplainDigest>(), parsed.GetValue(Week));
        if (Options.NotBegun(week, services.GetRequiredService<TimeProvider>()) is { } fault)
        {
            return Printer.Refuse(fault);
        }

        if (parsed.GetValue(Role) is { } id)
        {
            return services.GetRequiredService<PreviewDigest>().Find(id) is { } role
                ? Tell(explain.ForRole(release, role, week, cancellationToken), parsed, settings)
                : Printer.Refuse(Roles.Fault(settings, id)!);
        }

        // Publishing begins with it, and this says what publishing would do.
        services.GetRequiredService<FollowSettings>().Run();
        var address = parsed.GetValue(Subscriber)!;
        return explain.ForSubscriber(release, address, week, cancellationToken) is { } explained
            ? Tell(explained, parsed, settings)
            : Printer.Refuse($"Nobody with the address {EmailAddress.Masked(address)} is known. 'subscribers list' lists the addresses, 'subscribers add' adds one.", ExitCode.Failed);
    }

    private static int Tell(ReleaseStory story, bool json)
    {
        if (json)
        {
            Printer.Json(StoryAnswer.Of(story));
        }
        else
        {
            Printer.Lines(StoryText.Of(story));
        }

        return ExitCode.Done;
    }

    private static int Tell(Explanation explained, ParseResult parsed, DigestSettings settings)
    {
        var answer = ExplanationAnswer.Of(parsed.GetValue(Id), explained, new DecidingSettings(settings).Of(explained));
        if (parsed.GetValue(Json))
        {
            Printer.Json(answer);
        }
        else
        {
            Printer.Lines(ExplanationText.Of(answer));
        }

        return ExitCode.Done;
    }

    private static int Unknown(long id) => Printer.Refuse($"No release has the id {id}. 'releases' lists them.", ExitCode.Failed);
}
