using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class TeamsVerb
{
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var list = new Command("list", """
            Lists the teams: of which organisation, how many people in which state, what they follow, and which roster is watched.

            Example: digestworker teams list --json
            """) { Json };
        list.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, _) => Task.FromResult(List(parsed, services)), cancellationToken));
        return new Command("teams", """
            The teams that organisations subscribe together.

            Example: digestworker teams list
            """) { list, TeamLinkVerb.Create(workshop), TeamExportVerb.Create(workshop), TeamRemoveVerb.Create(workshop) };
    }

    public static Argument<string> Team() => new("team") { Description = "A team's key or name", HelpName = "TEAM" };

    /// <summary>A verb about one team, which has to be there.</summary>
    public static void SetAction(Command command, Workshop workshop, Argument<string> typed, Func<ParseResult, ListedTeam, IServiceProvider, int> act) =>
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(
            parsed,
            (services, _) =>
            {
                var (teams, name) = (All(services), parsed.GetValue(typed)!);
                return Task.FromResult(TypedTeam.Find(teams, name) is { } team ? act(parsed, team, services) : Printer.Refuse(TypedTeam.Fault(teams, name)));
            },
            cancellationToken));

    private static IReadOnlyList<ListedTeam> All(IServiceProvider services)
    {
        services.GetRequiredService<Organisations>().Follow(services.GetRequiredService<DigestSettings>().Organisations);
        return services.GetRequiredService<TeamLists>().All(EditionWeek.LondonDay(services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    private static int List(ParseResult parsed, IServiceProvider services)
    {
        var settings = services.GetRequiredService<DigestSettings>();
        var answers = All(services).Select(team => TeamAnswer.Of(team, settings)).ToList();
        if (parsed.GetValue(Json))
        {
            Printer.Json(answers);
            return ExitCode.Done;
        }

        Printer.Table(TeamAnswer.Columns, answers.Select(answer => answer.Cells()));
        Printer.Line(Printer.Count(answers.Count, "team") + ".");
        return ExitCode.Done;
    }
}
