using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;

namespace DigestWorker.Domain;

/// <summary>Mail addresses: which are accepted, and when two are the same.</summary>
public static partial class EmailAddress
{
    // RFC 5321 §4.5.3.1: a path of 256 octets less its angle brackets; a label of a domain has at most 63 (RFC 1035).
    private const int Longest = 254, LongestLabel = 63;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>An address alone, without a name.</summary>
    public static bool IsBare(string text) => Parse(text)?.Address == text;

    /// <summary>Where the mailbox is, in lower case.</summary>
    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>An address or <c>Name &lt;address&gt;</c>.</summary>
    /// <returns>Null for anything else; <see cref="MailAddress"/> alone takes lists and comments too.</returns>
    public static MailAddress? Parse(string text) =>
        text.Count(letter => letter == '@') == 1
        && !text.Any(char.IsControl)
        && MailAddress.TryCreate(text, out var address)
        && (text == address.Address || text.EndsWith($"<{address.Address}>", StringComparison.Ordinal))
        && address.Address.Length <= Longest
        && !address.Address.Any(IsUnseen)
        && IsDomain(address.Host)
            ? address
            : null;

    /// <summary>One spelling for one mailbox: no provider that our readers use tells upper from lower case.</summary>
    public static string Normalise(string text) => text.Trim().ToLowerInvariant();

    /// <summary>The address alone of an address or <c>Name &lt;address&gt;</c>; any other text as it is.</summary>
    public static string Alone(string text) => Parse(text)?.Address ?? text;

    /// <summary>Whether two are of one mailbox, with or without a name before them.</summary>
    public static bool AreSame(string one, string other) => Spellings(Alone(one)).Contains(Normalise(Alone(other)), StringComparer.Ordinal);

    /// <summary>The same mailbox in each normal spelling, as given first: a domain with letters beyond ASCII stands for its punycode.</summary>
    public static IReadOnlyList<string> Spellings(string text)
    {
        var address = Normalise(text);
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return domain.Length == address.Length || (Ascii.IsValid(domain) && !domain.Contains("xn--", StringComparison.Ordinal)) || AsciiDomain(domain) is not { } ascii
            ? [address]
            : [.. new[] { domain, ascii, LetterDomain(ascii) }.Distinct(StringComparer.Ordinal).Select(spelling => address[..^domain.Length] + spelling)];
    }

    /// <summary>"l***@school.example.org": enough to know one's own, for a page that may be forwarded.</summary>
    public static string Masked(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? $"{address[0]}***{address[at..]}" : "***";

    /// <summary>A text of somebody else's, such as a mail server's reply, without whatever may be an address.</summary>
    public static string Without(string text) => Addressed().Replace(text, "***");

    /// <summary>A domain as DNS and mail servers know it: letters beyond ASCII in punycode.</summary>
    /// <returns>Null for what is no domain.</returns>
    public static string? AsciiDomain(string domain)
    {
        try
        {
            return Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string LetterDomain(string ascii)
    {
        try
        {
            return Idn.GetUnicode(ascii).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }

    private static bool IsDomain(string host)
    {
        var labels = host.Split('.');
        return labels.All(IsLabel) && IsUsual(host) && (labels.Length > 1 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase));
    }

    // What only looks like another letter (a ligature, a wide letter) is that letter to DNS: one mailbox would be two people here.
    private static bool IsUsual(string host) =>
        Ascii.IsValid(host) || (AsciiDomain(host) is { } ascii && LetterDomain(ascii) == Normalise(host));

    // In a name such a mark may shape letters; an address that differs by it alone cannot be told from the other.
    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label.All(letter => char.IsLetterOrDigit(letter) || letter == '-')
        && label[0] != '-'
        && label[^1] != '-';

    [GeneratedRegex("""[^\s<>"'()\[\],;]*@[^\s<>"'()\[\],;]*""", RegexOptions.NonBacktracking)]
    private static partial Regex Addressed();
}
