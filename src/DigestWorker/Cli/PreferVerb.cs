using System.CommandLine;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>What one subscriber asked for beside roles and areas.</summary>
internal static class PreferVerb
{
    private const int LongestWord = 60, ShortestWord = 2;

    private static readonly Argument<string> Address = new("address") { Description = "The subscriber's email address", HelpName = "ADDRESS" };
    private static readonly Option<string[]> Follow = Words("--follow", "Tell of every release that has this word or phrase");
    private static readonly Option<string[]> Mute = Words("--mute", "Leave out releases that have it in the title");
    private static readonly Option<string[]> Forget = Words("--forget", "Neither follow nor mute it any more");
    private static readonly Option<bool> TextOnly = new("--text-only") { Description = "Mails without the HTML part" };
    private static readonly Option<bool> Html = new("--html") { Description = "Mails with the HTML part again" };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("prefer", """
            Notes what a subscriber asked for: words to follow or to mute, mails in plain text. Give each option as often as needed.

            Example: digestworker subscribers prefer lead@school.example.org --follow "knife crime" --mute webinar --text-only
            """) { Address, Follow, Mute, Forget, TextOnly, Html };
        command.Validators.Add(result =>
        {
            if (result.GetResult(TextOnly) is not null && result.GetResult(Html) is not null)
            {
                result.AddError("Give --text-only or --html, not both.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
            workshop.DoAsync(parsed, (services, _) => Task.FromResult(Run(parsed, services)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, IServiceProvider services)
    {
        var change = new WishChange(
            Trimmed(parsed.GetValue(Follow)), Trimmed(parsed.GetValue(Mute)), Trimmed(parsed.GetValue(Forget)),
            parsed.GetValue(TextOnly) ? true : parsed.GetValue(Html) ? false : null);
        if (Fault(change) is { } fault)
        {
            Console.Error.WriteLine(fault);
            return ExitCode.WrongUsage;
        }

        if (!services.GetRequiredService<SubscriberWishes>().Change(parsed.GetValue(Address)!, change, services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            Console.Error.WriteLine("Nobody with this address is subscribed.");
            return ExitCode.Failed;
        }

        Printer.Line($"Noted: {change}.");
        return ExitCode.Done;
    }

    private static string? Fault(WishChange change) =>
        change.IsEmpty ? "Say what to note: --follow, --mute, --forget, --text-only or --html."
        : change.Follow.Concat(change.Mute).FirstOrDefault(word => word.Length is < ShortestWord or > LongestWord || word.Any(char.IsControl)) is { } wrong
            ? $"'{wrong}' cannot be followed or muted; write {ShortestWord} to {LongestWord} characters."
            : null;

    private static string[] Trimmed(string[]? words) => [.. (words ?? []).Select(word => word.Trim())];

    private static Option<string[]> Words(string name, string description) => new(name) { Description = description, HelpName = "WORD" };
}
