using System.Text;
using DigestWorker.Domain;

namespace DigestWorker.Delivering;

/// <summary>An address that can stand in a command or a header: its domain is ASCII (punycode); its local part may need SMTPUTF8.</summary>
internal sealed record AddressSpec(string Local, string Domain)
{
    private const int MaxLength = 254;
    private const int MaxLocal = 64;
    private const string LocalPunctuation = ".!#$%&'*+-/=?^_`{|}~";

    public bool NeedsUtf8 => !Ascii.IsValid(Local);

    /// <returns>Null for what cannot be sent to: no domain, white space, brackets, control characters, a quoted local part.</returns>
    public static AddressSpec? Parse(string address)
    {
        var at = address.LastIndexOf('@');
        return address.Length <= MaxLength && at is > 0 and <= MaxLocal
            && address[..at].All(MayStandInLocal) && EmailAddress.AsciiDomain(address[(at + 1)..]) is { } domain
                ? new AddressSpec(address[..at], domain)
                : null;
    }

    public override string ToString() => $"{Local}@{Domain}";

    private static bool MayStandInLocal(char letter) => char.IsAscii(letter)
        ? char.IsAsciiLetterOrDigit(letter) || LocalPunctuation.Contains(letter, StringComparison.Ordinal)
        : !char.IsControl(letter) && !char.IsWhiteSpace(letter) && !char.IsSurrogate(letter);
}
