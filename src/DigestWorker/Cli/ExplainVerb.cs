using System.CommandLine;
using DigestWorker.Pipeline.Releasing;

namespace DigestWorker.Cli;

internal static class ExplainVerb
{
    private static readonly Argument<long> Id = new("release") { Description = "A release's id, as releases lists it", HelpName = "RELEASE" };
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create(Workshop workshop)
    {
        var command = new Command("explain", """
            Tells the whole story of a release: its entries and the evidence that joined them, its labels with the phrases
            behind them, its figures with their sentences, and what was nearly the same.

            Example: digestworker explain 17
            """) { Id, Json };
        command.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        var id = parsed.GetValue(Id);
        if (services.GetRequiredService<ExplainRelease>().Run(id) is not { } story)
        {
            Console.Error.WriteLine($"No release has the id {id}. 'releases' lists them.");
            return ExitCode.Failed;
        }

        if (parsed.GetValue(Json))
        {
            Printer.Json(StoryAnswer.Of(story));
        }
        else
        {
            Printer.Lines(StoryText.Of(story));
        }

        return ExitCode.Done;
    }
}
