using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class PreviewVerb
{
    private const string All = "all";

    private static readonly Option<string> Role = new("--role") { Description = "The role to look through, or 'all'", HelpName = "ID", Required = true };
    private static readonly Option<EditionWeek?> Week = Options.Week();
    private static readonly Option<string?> Out = new("--out") { Description = "Write the HTML part here instead of printing the text part; for all roles a folder", HelpName = "FILE.html|DIR" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("preview", """
            Shows the digest that somebody new with this role would get, and touches nothing. For all roles each is written as text, as HTML and as HTML in its dark colours.

            Example: digestworker preview --role headteacher --out preview.html
            Example: digestworker preview --role all --out previews
            """) { Role, Week, Out };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Role) == All && result.GetResult(Out) is null)
            {
                result.AddError("For all roles, say with --out DIR where the previews go.");
            }
        });
        command.SetAction((parsed, cancellationToken) => workshop.DoAsync(parsed, (services, token) => RunAsync(parsed, services, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var preview = services.GetRequiredService<PreviewDigest>();
        var week = parsed.GetValue(Week) ?? EditionWeek.LastComplete(services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (parsed.GetValue(Role) == All)
        {
            return await WriteAllAsync(services.GetRequiredService<DigestSettings>().Roles, role => preview.Run(role, week), parsed.GetValue(Out)!, cancellationToken);
        }

        if (preview.Find(parsed.GetValue(Role)!) is not { } role)
        {
            await Console.Error.WriteLineAsync(Roles.Fault(services.GetRequiredService<DigestSettings>(), parsed.GetValue(Role)!));
            return ExitCode.WrongUsage;
        }

        if (preview.Run(role, week) is not { } digest)
        {
            await Console.Error.WriteLineAsync(Nothing(role, week));
            return ExitCode.Done;
        }

        await ShowAsync(digest, parsed.GetValue(Out), cancellationToken);
        return ExitCode.Done;
    }

    private static async Task<int> WriteAllAsync(IReadOnlyList<Role> roles, Func<Role, Preview?> compose, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var role in roles)
        {
            if (await Watched.WholeAsync($"Composing {role.Id}", () => compose(role), cancellationToken) is not { } digest)
            {
                Printer.Line($"{role.Id}: nothing new");
                continue;
            }

            await File.WriteAllTextAsync(Path.Combine(folder, $"{role.Id}.txt"), digest.Text, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{role.Id}.html"), digest.Html, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{role.Id}-dark.html"), digest.InDarkColours, cancellationToken);
            Printer.Line($"{role.Id}: {digest.Subject}");
        }

        return ExitCode.Done;
    }

    private static string Nothing(Role role, EditionWeek week) => $"There is nothing new for {role.Name} in {week}, so no digest would be sent.";

    private static async Task ShowAsync(Preview digest, string? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            Printer.Line($"Subject: {digest.Subject}\n\n{digest.Text}");
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await File.WriteAllTextAsync(file, digest.Html, cancellationToken);
        await Console.Error.WriteLineAsync($"Written to {Path.GetFullPath(file)}");
    }
}
