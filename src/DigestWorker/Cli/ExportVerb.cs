using System.CommandLine;
using DigestWorker.Pipeline.People;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Cli;

/// <summary>Somebody's right to a copy of what is held about them.</summary>
internal static class ExportVerb
{
    private static readonly Argument<string> Address = new("address") { Description = "The person's email address", HelpName = "ADDRESS" };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "The file to write; standard output when left out", HelpName = "FILE" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("export", """
            Gives a copy of all that is held about one person, as JSON: subscriptions with their wording, teams, roles, wishes, changes, digests and what became of them. It holds no link that opens anything.

            Example: digestworker subscribers export lead@school.example.org --out lead.json
            """) { Address, Out };
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        if (services.GetRequiredService<ExportPerson>().Run(parsed.GetValue(Address)!) is not { } copy)
        {
            Console.Error.WriteLine("Nothing is held about this address.");
            return ExitCode.Failed;
        }

        if (parsed.GetValue(Out) is not { } file)
        {
            Printer.Line(copy);
            return ExitCode.Done;
        }

        Write(file.FullName, copy);
        Printer.Line($"Written to {file.FullName}.");
        return ExitCode.Done;
    }

    private static void Write(string path, string copy)
    {
        using var writer = new StreamWriter(GuardedFile.Create(path, FileMode.Create));
        writer.WriteLine(copy);
    }
}
