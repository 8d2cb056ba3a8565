using System.Net.Mail;

namespace DigestWorker.Delivering;

/// <summary>The headers that tell mail programs what a digest is: one list, sent by a machine, that can be left.</summary>
internal static class DigestHeaders
{
    /// <param name="title">The list's name as people know it.</param>
    /// <param name="oneClick">Where a mail program's own button stops the digest by a POST (RFC 8058).</param>
    /// <param name="unsubscribe">Where a mail asks to be taken off; people read it.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> For(string title, MailAddress from, MailAddress unsubscribe, string? oneClick = null) =>
    [
        new("List-Id", $"{string.Join(' ', HeaderText.Phrase(title))} <weekly.digest.{AddressSpec.AsciiDomain(from.Host)}>"),
        .. oneClick is null
            ? (KeyValuePair<string, string>[])[new("List-Unsubscribe", Mailto(unsubscribe))]
            : [new("List-Unsubscribe", $"<{oneClick}>, {Mailto(unsubscribe)}"), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")],
        new("Auto-Submitted", "auto-generated"),
        new("X-Auto-Response-Suppress", "All"),
    ];

    private static string Mailto(MailAddress mailbox) =>
        $"<mailto:{Uri.EscapeDataString(mailbox.User)}@{AddressSpec.AsciiDomain(mailbox.Host)}?subject=unsubscribe>";
}
