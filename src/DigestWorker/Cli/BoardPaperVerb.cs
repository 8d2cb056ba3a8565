using System.CommandLine;
using System.CommandLine.Parsing;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

internal static class BoardPaperVerb
{
    private static readonly Option<string> TeamName = new("--team") { Description = "The team whose board meets", HelpName = "TEAM", Required = true };

    private static readonly Option<LondonMonth?> Month = new("--month")
    {
        Description = "The month, as in 2026-11",
        HelpName = "MONTH",
        Required = true,
        CustomParser = ParseMonth,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Write the paper here, - for standard output; board-paper-TEAM-MONTH.html when left out",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("board-paper", """
            Writes one printable HTML page for a partnership board: what a month brought for a team's roles and areas, and what is ahead. Names no person, sends nothing.

            Example: digestworker digest board-paper --team "Board business team" --month 2026-11
            """) { TeamName, Month, Out, Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Json) && result.GetValue(Out) == PaperFile.StandardOutput)
            {
                result.AddError("Give --json or --out -, not both: each wants standard output for itself.");
            }
        });
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, token) => RunAsync(parsed, services, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var month = parsed.GetValue(Month)!;
        var latest = LondonMonth.Containing(services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (month.First > latest.First)
        {
            return Printer.Refuse($"{month.Name} has not begun; the latest month is {latest}.");
        }

        var teams = Team.Of(services.GetRequiredService<Subscribers>().All());
        if (teams.FirstOrDefault(team => TypedTeam.Are(team, parsed.GetValue(TeamName)!)) is not { } team)
        {
            return Printer.Refuse(TypedTeam.Fault(teams, parsed.GetValue(TeamName)!));
        }

        var paper = services.GetRequiredService<MakeBoardPaper>().Run(team, month);
        var file = PaperFile.Of(parsed.GetValue(Out), team, month);
        if (file.Fault is { } fault)
        {
            return Printer.Refuse(fault);
        }

        await file.WriteAsync(paper.Html, cancellationToken);
        BoardPaperAnswer.Of(paper, file.Name).Print(parsed.GetValue(Json));
        return ExitCode.Done;
    }

    private static LondonMonth? ParseMonth(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (LondonMonth.Parse(text) is { } month)
        {
            return month;
        }

        argument.AddError($"'{text}' is not a month; write year and month as in 2026-11.");
        return null;
    }
}
