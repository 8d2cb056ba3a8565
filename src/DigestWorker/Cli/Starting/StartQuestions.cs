using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Cli.Starting;

/// <summary>One thing that a first settings file needs to know.</summary>
/// <param name="Flag">The option that answers it.</param>
/// <param name="Fault">What is wrong with an answer; null where nothing is.</param>
internal sealed record StartQuestion(string Flag, string Words, Func<string, string?> Fault)
{
    /// <summary>The answer where nothing is typed; null where something has to be.</summary>
    public string? Otherwise { get; init; }
}

/// <summary>What the program asks whoever begins: who sends, through what, who gets it, and where they work.</summary>
internal static class StartQuestions
{
    /// <summary>The role that most readers have.</summary>
    private const string UsualRole = "designated-safeguarding-lead";

    private static readonly string[] Roles = [.. SettingsLayers.BuiltIn()["Roles"]!.AsObject().Select(role => role.Key)];

    public static StartQuestion From { get; } = new(
        "--from", "Who sends the digest? A mail address, or a name and an address: Safeguarding Digest <digest@example.org>", Sender);

    public static StartQuestion Host { get; } = new(
        "--smtp-host", "Which mail server sends it? Its name, such as mail.example.org; nothing to write mails into the folder outbox first", HostName)
    { Otherwise = "" };

    public static StartQuestion Subscriber { get; } = new("--subscriber", "Who gets it first? A mail address", Address);

    public static StartQuestion Role { get; } = new(
        "--role", $"And in which role? One of {string.Join(", ", Roles)}", RoleId)
    { Otherwise = UsualRole };

    public static StartQuestion Area { get; } = new("--area", "Where do they work? A nation or an area, such as Wales or County Durham", Place);

    private static string? Sender(string text) =>
        EmailAddress.Parse(text) is null ? "is no address; write one such as digest@example.org or Safeguarding Digest <digest@example.org>" : null;

    private static string? Address(string text) => EmailAddress.IsBare(text) ? null : "is no address; write one such as lead@example.org";

    private static string? HostName(string text) =>
        text.Length == 0 || Uri.CheckHostName(text) != UriHostNameType.Unknown ? null : "is no server's name; write it alone, such as mail.example.org";

    private static string? RoleId(string text) => Roles.Contains(text, StringComparer.Ordinal) ? null : $"is no role; {DidYouMean.Words(text, Roles)}";

    private static string? Place(string text) =>
        string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl) ? "is no area; write the name of a nation or an area, such as England" : null;
}
