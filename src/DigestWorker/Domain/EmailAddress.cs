using System.Net.Mail;

namespace DigestWorker.Domain;

/// <summary>Addresses of people: which are accepted, and when two are the same.</summary>
public static class EmailAddress
{
    // RFC 5321 §4.5.3.1.3: a path of 256 octets less its angle brackets.
    private const int Longest = 254;

    /// <summary>A bare address with a dotted or local domain; no display name, comment, space or control character.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 2 and <= Longest }
        && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.DisplayName.Length == 0;

    /// <summary>One spelling for one mailbox: no provider that our readers use tells upper from lower case.</summary>
    public static string Normalise(string text) => text.Trim().ToLowerInvariant();
}
