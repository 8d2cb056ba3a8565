using System.CommandLine;

namespace DigestWorker.Cli.Shells;

internal static class CompletionVerb
{
    private static readonly Argument<string> Shell = Shells();

    public static Command Create()
    {
        var command = new Command("completion", """
            Prints a script that teaches your shell to complete verbs, options, and names of the settings file such as sources, roles, teams and weeks.

            Example: eval "$(digestworker completion bash)"
            Example: source <(digestworker completion zsh)
            Example: digestworker completion fish > ~/.config/fish/completions/digestworker.fish
            Example: digestworker completion pwsh >> $PROFILE
            """) { Shell };
        command.SetAction(parsed => Printer.Line(Scripts.ByShell[parsed.GetValue(Shell)!]));
        return command;
    }

    private static Argument<string> Shells()
    {
        var shell = new Argument<string>("shell") { Description = "The shell that the script is for" };
        shell.AcceptOnlyFromAmong([.. Scripts.ByShell.Keys]);
        return shell;
    }
}
