using System.CommandLine;
using System.CommandLine.Completions;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Cli.Shells;

/// <summary>What may be written after an option or in an argument's place, from the settings file and the calendar alone.</summary>
internal static class Completions
{
    private const int Weeks = 8;

    private static readonly Dictionary<string, Func<DigestSettings, IEnumerable<string>>> Names = new(StringComparer.Ordinal)
    {
        ["--source"] = settings => settings.Sources.Select(source => source.Name),
        ["name"] = settings => settings.Sources.Select(source => source.Name),
        ["--role"] = settings => settings.Roles.Select(role => role.Id),
        ["--team"] = Teams,
        ["team"] = Teams,
        ["--week"] = _ => Enumerable.Range(0, Weeks).Select(ago => EditionWeek.LastComplete(TimeProvider.System.GetUtcNow().AddDays(-7 * ago)).ToString()),
    };

    public static void AddTo(Command command, Workshop workshop)
    {
        foreach (var option in command.Options.Where(option => Names.ContainsKey(option.Name)))
        {
            option.CompletionSources.Add(context => Find(context, option.Name, workshop));
        }

        foreach (var argument in command.Arguments.Where(argument => Names.ContainsKey(argument.Name)))
        {
            argument.CompletionSources.Add(context => Find(context, argument.Name, workshop));
        }

        foreach (var verb in command.Subcommands)
        {
            AddTo(verb, workshop);
        }
    }

    // A settings file with a mistake offers nothing: the verb itself says what is wrong with it.
    private static IEnumerable<CompletionItem> Find(CompletionContext context, string name, Workshop workshop) =>
        workshop.ReadSettings(Options.FileOf(context.ParseResult)) is SettingsReading.Accepted accepted
            ? Names[name](accepted.Settings).Select(text => new CompletionItem(text))
            : [];

    private static IEnumerable<string> Teams(DigestSettings settings) => settings.Organisations.SelectMany(organisation => organisation.Teams).Select(team => team.Key);
}
