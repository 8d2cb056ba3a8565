using System.CommandLine;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class TeamRemoveVerb
{
    private static readonly Argument<string> Team = TeamsVerb.Team();
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do it; without this it only says what would happen" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("remove", """
            Removes a team: its members leave it, and whoever has no other team and asked for nothing gets no more digests. That is no opt-out.

            Example: digestworker teams remove leads --yes
            """) { Team, Yes };
        TeamsVerb.SetAction(command, workshop, Team, Run);
        return command;
    }

    private static int Run(ParseResult parsed, ListedTeam team, IServiceProvider services)
    {
        if (services.GetRequiredService<DigestSettings>().Organisations.SelectMany(one => one.Teams).Any(one => one.Key.Equals(team.Key, StringComparison.OrdinalIgnoreCase)))
        {
            return Printer.Refuse($"'{team.Key}' stands in the settings, which would make it again; take it out of Organisations first.");
        }

        if (!parsed.GetValue(Yes))
        {
            return Printer.Refuse($"{Printer.Count(team.Members.Values.Sum(), "member")} would leave '{team.Name}'. Nothing was changed; say --yes to remove it.");
        }

        var leavers = services.GetRequiredService<Teams>().Dissolve(team.Id, services.GetRequiredService<TimeProvider>().GetUtcNow());
        Printer.Line($"Removed: {Printer.Count(leavers.Count, "person", "people")} left, {leavers.Count(leaver => leaver.Ended)} of them get no more digests.");
        return ExitCode.Done;
    }
}
