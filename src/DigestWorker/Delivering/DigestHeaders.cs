using System.Net.Mail;

namespace DigestWorker.Delivering;

/// <summary>The headers that tell mail programs what a digest is: one list, sent by a machine, that can be left.</summary>
internal static class DigestHeaders
{
    /// <param name="title">The list's name as people know it.</param>
    /// <param name="unsubscribe">Where a mail asks to be taken off; people read it.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> For(string title, MailAddress from, MailAddress unsubscribe) =>
    [
        new("List-Id", $"{string.Join(' ', HeaderText.Phrase(title))} <weekly.digest.{AddressSpec.AsciiDomain(from.Host)}>"),
        new("List-Unsubscribe", $"<mailto:{MailtoAddress(unsubscribe)}?subject=unsubscribe>"),
        new("Auto-Submitted", "auto-generated"),
        new("X-Auto-Response-Suppress", "All"),
    ];

    private static string MailtoAddress(MailAddress mailbox) =>
        $"{Uri.EscapeDataString(mailbox.User)}@{AddressSpec.AsciiDomain(mailbox.Host)}";
}
