using System.Net.Mail;
using DigestWorker.Domain;

namespace DigestWorker.Delivering;

/// <summary>The headers that tell mail programs what a digest is: one list, sent by a machine, that can be left.</summary>
internal static class DigestHeaders
{
    /// <param name="title">The list's name as people know it.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> For(string title, MailAddress from, WayOut wayOut) =>
    [
        new("List-Id", $"{string.Join(' ', HeaderText.Phrase(title))} <weekly.digest.{EmailAddress.AsciiDomain(from.Host)}>"),
        .. Leave(wayOut),
        .. ByAMachine,
    ];

    /// <summary>A letter belongs to no list; one that comes unasked can be left all the same.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ForLetter(WayOut? wayOut) => [.. wayOut is null ? [] : Leave(wayOut), .. ByAMachine];

    private static readonly KeyValuePair<string, string>[] ByAMachine = [new("Auto-Submitted", "auto-generated"), new("X-Auto-Response-Suppress", "All")];

    private static KeyValuePair<string, string>[] Leave(WayOut wayOut) => wayOut.OneClick is null
        ? [new("List-Unsubscribe", Mailto(wayOut))]
        : [new("List-Unsubscribe", $"<{wayOut.OneClick}>, {Mailto(wayOut)}"), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")];

    // The token is what Bounces.MailReader looks for, should a program read the mailbox.
    private static string Mailto(WayOut wayOut) =>
        $"<mailto:{Uri.EscapeDataString(wayOut.Mailbox.User)}@{EmailAddress.AsciiDomain(wayOut.Mailbox.Host)}?subject={(wayOut.Token.Length == 0 ? "unsubscribe" : "stop-")}{wayOut.Token}>";
}

/// <summary>How a reader leaves.</summary>
/// <param name="Mailbox">Where a mail asks to be taken off; people read it.</param>
/// <param name="Token">The subscriber's own; empty where there is none.</param>
/// <param name="OneClick">Where a mail program's own button stops the digest by a POST (RFC 8058).</param>
internal sealed record WayOut(MailAddress Mailbox, string Token, string? OneClick);
