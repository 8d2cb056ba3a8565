using System.CommandLine;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class TeamLinkVerb
{
    private static readonly Argument<string> Team = TeamsVerb.Team();
    private static readonly Option<bool> New = new("--new") { Description = "Make a new link; the old one opens nothing any more" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("link", """
            Prints the address of the team's page, for its contact alone: whoever has it looks after the team.

            Example: digestworker teams link leads
            """) { Team, New };
        TeamsVerb.SetAction(command, workshop, Team, Run);
        return command;
    }

    private static int Run(ParseResult parsed, ListedTeam team, IServiceProvider services)
    {
        if (services.GetRequiredService<DigestSettings>().Web.Address() is not { } address)
        {
            return Printer.Refuse("There are no pages yet: write the address at which people reach them as Web:PublicUrl in the settings.");
        }

        var lists = services.GetRequiredService<TeamLists>();
        Printer.Line($"{address}/team/{(parsed.GetValue(New) ? lists.RenewToken(team.Id) : lists.Token(team.Id))}");
        return ExitCode.Done;
    }
}
