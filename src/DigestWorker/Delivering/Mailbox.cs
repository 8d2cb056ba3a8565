using System.Net.Mail;
using System.Text;

namespace DigestWorker.Delivering;

/// <summary>A mailbox as header tokens: a display name, where there is one, and the address.</summary>
internal static class Mailbox
{
    public static MailAddress Of(string address, string? name) => new(address, name is null ? null : Whole(name));

    public static IEnumerable<string> Tokens(MailAddress mailbox)
    {
        var address = AddressSpec.Parse(mailbox.Address);
        if (address is null or { NeedsUtf8: true })
        {
            return WithoutAddress(mailbox.Address);
        }

        return string.IsNullOrWhiteSpace(HeaderText.Clean(mailbox.DisplayName))
            ? [address.ToString()]
            : [.. HeaderText.Phrase(mailbox.DisplayName), $"<{address}>"];
    }

    /// <summary>Names are normalised, which takes neither half a surrogate pair nor U+FFFE.</summary>
    private static string Whole(string name) => Ascii.IsValid(name)
        ? name
        : string.Concat(name.EnumerateRunes().Select(letter => letter.Value == '\uFFFE' ? Rune.ReplacementChar : letter));

    /// <summary>An address that 7-bit headers cannot carry becomes the name of an empty group, as when a mail is downgraded (RFC 6857 §3.1).</summary>
    private static IEnumerable<string> WithoutAddress(string address) => [.. EncodedWord.Encode(HeaderText.Clean(address)), ":;"];
}
