using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Cli;

/// <summary>Options that more than one verb takes.</summary>
internal static class Options
{
    public static readonly Option<FileInfo> Settings = new("--settings")
    {
        Description = "The settings file to use instead of ./appsettings.json",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Json() => new("--json") { Description = "Answer with JSON alone on standard output" };

    public static Option<EditionWeek?> Week(string description = "The edition, as in 2026-W47; the last complete week when left out") => new("--week")
    {
        Description = description,
        HelpName = "WEEK",
        CustomParser = ParseWeek,
    };

    /// <returns>What is wrong with a week of which nothing can be known yet; null where it has begun, or none is named.</returns>
    public static string? NotBegun(EditionWeek? week, TimeProvider time) => week?.Monday > EditionWeek.LondonDay(time.GetUtcNow())
        ? $"The week {week} has not begun yet; the present one is {EditionWeek.LastComplete(time.GetUtcNow().AddDays(7))}."
        : null;

    public static Option<DateTimeOffset?> Since() => new("--since")
    {
        Description = "Only what was first seen on or after this day, as in 2026-11-16",
        HelpName = "DATE",
        CustomParser = ParseDay,
    };

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = ParseDate,
    };

    public static Option<string?> Role(string description) => new("--role") { Description = description, HelpName = "ID" };

    public static string FileOf(ParseResult parsed) => parsed.GetValue(Settings)?.FullName ?? Path.GetFullPath(Workshop.DefaultFile);

    /// <param name="words">What stands in the help for it, and the verb that tells the ids.</param>
    public static Argument<long> Id(string name, string description, (string HelpName, string ListedBy) words) => new(name)
    {
        Description = description,
        HelpName = words.HelpName,
        CustomParser = argument => ParseId(argument, words.ListedBy),
    };

    private static long ParseId(ArgumentResult argument, string listedBy)
    {
        var text = argument.Tokens[0].Value;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            argument.AddError($"'{text}' is not an id; write a number, as '{listedBy}' lists them.");
        }

        return id;
    }

    private static EditionWeek? ParseWeek(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (EditionWeek.Parse(text) is { } week)
        {
            return week;
        }

        argument.AddError($"'{text}' is not a week; write year and week as in 2026-W47.");
        return null;
    }

    private static DateTimeOffset? ParseDay(ArgumentResult argument) =>
        ParseDate(argument) is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    private static DateOnly? ParseDate(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        argument.AddError($"'{text}' is not a day; write it as in 2026-11-16.");
        return null;
    }
}
