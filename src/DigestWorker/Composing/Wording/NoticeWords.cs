using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>What somebody whom a team added is told in the first digest (UK GDPR 14 and 21).</summary>
internal static class NoticeWords
{
    /// <param name="hasStopLink">The mail has a link that stops the digest.</param>
    /// <param name="keptMonths">How long it is known what was sent.</param>
    /// <returns>Paragraphs, a line each; empty for whoever asked for the digest or was added by no team.</returns>
    public static string Of(Subscriber subscriber, bool hasStopLink, int keptMonths) => subscriber.AskedSince is not null || subscriber.AddedBy.Count == 0
        ? ""
        : string.Join('\n', Paragraphs(subscriber, hasStopLink, keptMonths));

    private static IEnumerable<string> Paragraphs(Subscriber subscriber, bool hasStopLink, int keptMonths) =>
    [
        $"Who: {string.Join(' ', TeamWords.Added(subscriber.AddedBy))}{Contacts(subscriber.AddedBy)}",
        $"What is held: your email address{(subscriber.Name is null ? "" : ", your name")}, your roles and areas, and what was sent to you. Your address came from whoever added you.",
        $"Why: so that {TeamWords.Organisations(subscriber.AddedBy)} can keep its people informed about safeguarding. Lawful basis: legitimate interests.",
        $"For how long: as long as you get the digest. What was sent to you is kept for up to {keptMonths} months.",
        $"You can object at any time: reply to this email{(hasStopLink ? ", or use \"Stop this digest\" at its end" : "")}. After that nobody but you can start it again. "
        + "You can also ask to see, correct or erase what is held, and complain to the Information Commissioner's Office (ico.org.uk).",
    ];

    private static string Contacts(IReadOnlyList<AddedBy> teams) =>
        Listing.Of([.. teams.Select(team => Plainly(SafeText.Line(team.Contact ?? ""))).Where(contact => contact.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]) is { Length: > 0 } contacts
            ? $" Contact: {contacts}."
            : "";

    // Angle brackets in running text look like markup.
    private static string Plainly(string contact) =>
        contact.EndsWith('>') && contact.IndexOf('<', StringComparison.Ordinal) is var at and > 0 ? $"{contact[..at].Trim(' ', '"')} ({contact[(at + 1)..^1]})" : contact;
}
