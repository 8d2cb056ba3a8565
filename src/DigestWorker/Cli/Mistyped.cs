using System.CommandLine;
using System.CommandLine.Parsing;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Cli;

/// <summary>Offers the verb or option that somebody may have meant.</summary>
internal static class Mistyped
{
    /// <returns>Null where every word is known; of several the first, for the rest mostly follows from it.</returns>
    public static string? Words(ParseResult parsed) =>
        parsed.UnmatchedTokens is not [var word, ..] ? null
        : Nearest(word, parsed.CommandResult) is { } near ? $"'{word}' is not known here; did you mean '{near}'?"
        : $"'{word}' is not known here.";

    private static string? Nearest(string word, CommandResult at)
    {
        if (word.StartsWith('-'))
        {
            return DidYouMean.Nearest(word, [.. at.Command.Options.Where(option => !option.Hidden).Select(option => option.Name), Options.Settings.Name]);
        }

        return DidYouMean.Nearest(word, at.Command.Subcommands.Select(verb => verb.Name)) ?? Below(at.Command, word);
    }

    // "backup" alone is a verb of "db".
    private static string? Below(Command command, string word)
    {
        foreach (var verb in command.Subcommands)
        {
            if (verb.Name.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return verb.Name;
            }

            if (Below(verb, word) is { } below)
            {
                return $"{verb.Name} {below}";
            }
        }

        return null;
    }
}
