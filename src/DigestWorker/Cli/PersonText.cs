using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>One person in words.</summary>
internal static class PersonText
{
    private const int MostRows = 20;

    public static void Print(Person person)
    {
        Printer.Line(person.Name is null ? person.Email : $"{person.Name} <{person.Email}>");
        Printer.Lines(Facts(person).Select(fact => $"  {fact.Name,-11} {fact.Words}"));
        if (person.Digests.Count > 0)
        {
            Printer.Table(["Edition", "Digest", "Sent", "Reply"], person.Digests.Take(MostRows).Select(digest => new[]
            {
                digest.Week, digest.State?.ToString().ToLowerInvariant() ?? "not kept any more", digest.SentAt is { } at ? Time(at) : "", digest.Reply ?? "",
            }));
        }

        if (person.Changes.Count > 0)
        {
            Printer.Table(["Time", "Who", "Change"], person.Changes.Take(MostRows).Select(change => new[] { Time(change.At), Words(change.By), change.What }));
        }

        var more = Math.Max(0, person.Digests.Count - MostRows) + Math.Max(0, person.Changes.Count - MostRows);
        Printer.Lines(more > 0 ? [$"{Printer.Count(more, "row")} more; --json shows them all"] : []);
    }

    public static string Words(OptOut optOut) =>
        $"may not be added by others ({optOut.Reason.ToString().ToLowerInvariant()} on {Time(optOut.At)}); its owner may subscribe again";

    private static IEnumerable<(string Name, string Words)> Facts(Person person) =>
    [
        ("State", $"{person.State.ToString().ToLowerInvariant()}, since {Time(person.Since)}"),
        .. person.EndedAt is { } ended ? [("Ended", $"{Time(ended)}: {person.EndedBecause}")] : Array.Empty<(string, string)>(),
        .. person.OptOut is { } optOut ? [("Opt-out", Words(optOut))] : Array.Empty<(string, string)>(),
        .. person.SubscribedBy.Select(asking => ("Subscribed", $"by {Words(asking)}")),
        .. person.Teams.Select(team => ("Team", $"{team.Name}{(team.Organisation is null ? "" : $" of {team.Organisation}")}, since {Time(team.Since)}")),
        ("Roles", List(person.Roles, person.ChoseRoles)),
        ("Areas", List(person.Areas, person.ChoseAreas)),
        ("Wishes", person.Wishes.Count == 0 ? "none" : string.Join("; ", person.Wishes)),
        .. person.State == SubscriberState.Paused && person.PausedUntil is { } day ? [("Paused", $"until {day:yyyy-MM-dd}")] : Array.Empty<(string, string)>(),
    ];

    private static string Words(PersonAsking asking)
    {
        var who = asking.By switch
        {
            AskedBy.Self => "themselves",
            AskedBy.Admin => "an admin",
            _ => "the settings file",
        };
        return $"{who}, {Time(asking.Since)}{(asking.Wording is null ? "" : $", who agreed to: {asking.Wording}")}";
    }

    private static string Words(Actor actor) => actor switch
    {
        Actor.Subscriber => "themselves",
        Actor.Admin => "an admin",
        Actor.Organisation => "the organisation",
        _ => "the program",
    };

    private static string List(IReadOnlyList<string> values, bool chosen) =>
        $"{(values.Count == 0 ? "none" : string.Join(", ", values))} ({(chosen ? "their own choice" : "as whoever subscribed them says")})";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
