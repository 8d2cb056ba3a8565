using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class PreviewVerb
{
    private static readonly Option<string> Role = new("--role") { Description = "The role to look through", HelpName = "ID", Required = true };
    private static readonly Option<EditionWeek?> Week = Options.Week();
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "Write the HTML part here instead of printing the text part", HelpName = "FILE.html" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("preview", """
            Shows the digest that somebody new with this role would get, and touches nothing.

            Example: digestworker preview --role headteacher --out preview.html
            """) { Role, Week, Out };
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, token) => RunAsync(parsed, services, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var preview = services.GetRequiredService<PreviewDigest>();
        if (preview.Find(parsed.GetValue(Role)!) is not { } role)
        {
            await Console.Error.WriteLineAsync(Roles.Fault(services.GetRequiredService<DigestSettings>(), parsed.GetValue(Role)!));
            return ExitCode.WrongUsage;
        }

        var week = parsed.GetValue(Week) ?? EditionWeek.LastComplete(services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (preview.Run(role, week) is not { } digest)
        {
            await Console.Error.WriteLineAsync($"There is nothing new for {role.Name} in {week}, so no digest would be sent.");
            return ExitCode.Done;
        }

        await ShowAsync(digest, parsed.GetValue(Out), cancellationToken);
        return ExitCode.Done;
    }

    private static async Task ShowAsync(Preview digest, FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            Printer.Line($"Subject: {digest.Subject}\n\n{digest.Text}");
            return;
        }

        file.Directory?.Create();
        await File.WriteAllTextAsync(file.FullName, digest.Html, cancellationToken);
        await Console.Error.WriteLineAsync($"Written to {file.FullName}");
    }
}
