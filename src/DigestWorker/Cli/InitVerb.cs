using System.CommandLine;
using DigestWorker.Cli.Starting;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

internal static class InitVerb
{
    private static readonly Argument<FileInfo?> File = new("FILE") { Description = "The file to write; appsettings.json when left out", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> From = Answer(StartQuestions.From, "ADDRESS", "Who sends the digest");
    private static readonly Option<string?> Host = Answer(StartQuestions.Host, "HOST", "The mail server; without one, mails are written into the folder outbox");
    private static readonly Option<string?> Subscriber = Answer(StartQuestions.Subscriber, "ADDRESS", "Who gets it first");
    private static readonly Option<string?> Role = Answer(StartQuestions.Role, "ID", "In which role");
    private static readonly Option<string?> Area = Answer(StartQuestions.Area, "AREA", "The nation or area where they work");
    private static readonly Option<bool> Force = new("--force") { Description = "Writes over a file that is there already" };

    public static Command Create()
    {
        var command = new Command("init", """
            Writes a first settings file, with comments and the sources that suit you, after asking five questions: who sends, through which
            mail server, who gets it and in which role, and where they work. Options answer in place of you.

            Example: digestworker init
            Example: digestworker init --from digest@example.org --subscriber lead@example.org --role headteacher --area Kent
            """) { File, From, Host, Subscriber, Role, Area, Force };
        command.SetAction(Run);
        return command;
    }

    private static Option<string?> Answer(StartQuestion question, string helpName, string description)
    {
        var option = new Option<string?>(question.Flag) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && question.Fault(text) is { } fault)
            {
                result.AddError($"{question.Flag}: '{text}' {fault}.");
            }
        });
        return option;
    }

    private static int Run(ParseResult parsed)
    {
        var file = parsed.GetValue(File)?.FullName ?? Options.FileOf(parsed);
        if (!parsed.GetValue(Force) && Path.Exists(file))
        {
            return Printer.Refuse($"{file} is there already and stays as it is; name another file, or add --force to write over it.");
        }

        return Answers(parsed) is { } answers ? Write(file, answers, parsed.GetValue(Force)) : ExitCode.WrongUsage;
    }

    private static StartAnswers? Answers(ParseResult parsed)
    {
        (StartQuestion Question, Option<string?> Option)[] needed =
            [(StartQuestions.From, From), (StartQuestions.Host, Host), (StartQuestions.Subscriber, Subscriber), (StartQuestions.Role, Role), (StartQuestions.Area, Area)];
        var given = Console.IsInputRedirected ? Given(parsed, needed) : Asked(parsed, needed);
        return given is [{ } from, { } host, { } subscriber, { } role, { } area]
            ? new StartAnswers(from, host.Length == 0 ? null : host, subscriber, role, area)
            : null;
    }

    private static string?[] Asked(ParseResult parsed, (StartQuestion Question, Option<string?> Option)[] needed)
    {
        var interview = new StartInterview(Console.In, Console.Error);
        var given = new string?[needed.Length];
        for (var next = 0; next < needed.Length; next++)
        {
            given[next] = parsed.GetValue(needed[next].Option) ?? interview.Ask(needed[next].Question);
            if (given[next] is null)
            {
                Console.Error.WriteLine("Nothing was written.");
                break;
            }
        }

        return given;
    }

    /// <summary>Nobody is there to ask; only what is safe to leave out may be left out.</summary>
    private static string?[] Given(ParseResult parsed, (StartQuestion Question, Option<string?> Option)[] needed)
    {
        var missing = needed.Where(one => parsed.GetValue(one.Option) is null && one.Question != StartQuestions.Host).ToList();
        if (missing.Count == 0)
        {
            return [.. needed.Select(one => parsed.GetValue(one.Option) ?? "")];
        }

        Console.Error.WriteLine("Nobody is at the terminal to be asked, so nothing was written. Add:");
        foreach (var (question, option) in missing)
        {
            Console.Error.WriteLine($"  {question.Flag} {option.HelpName}  {option.Description}");
        }

        return [];
    }

    private static int Write(string file, StartAnswers answers, bool force)
    {
        var name = Path.GetRelativePath(Environment.CurrentDirectory, file);
        var settings = name == Workshop.DefaultFile ? "" : $" --settings {(name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name)}";
        string[] next =
            [$"digestworker collect{settings}", $"digestworker preview --role {answers.Role} --out preview.html{settings}", $"digestworker check{settings}", $"digestworker run{settings}"];
        try
        {
            WriteNew(file, StarterFile.Text(answers, next), force ? FileMode.Create : FileMode.CreateNew);
            WriteSchema(Path.Combine(Path.GetDirectoryName(file)!, SettingsSchema.File));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Printer.Refuse($"{file} cannot be written: {fault.Message}", ExitCode.Failed);
        }

        Printer.Line($"{file} is written, and beside it what editors need to complete and check it, {SettingsSchema.File}. Go on with:");
        Printer.Lines(next.Select(command => $"  {command}"));
        return ExitCode.Done;
    }

    private static void WriteSchema(string file)
    {
        if (!Path.Exists(file))
        {
            WriteNew(file, SettingsSchema.Text(), FileMode.CreateNew);
        }
    }

    private static void WriteNew(string file, string text, FileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var writer = new StreamWriter(new FileStream(file, mode, FileAccess.Write));
        writer.Write(text);
    }
}
