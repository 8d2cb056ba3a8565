using System.Globalization;
using System.Text;

namespace DigestWorker.Delivering;

/// <summary>An address that can stand in a command or a header: its domain is ASCII (punycode); its local part may need SMTPUTF8.</summary>
internal sealed record AddressSpec(string Local, string Domain)
{
    private const int MaxLength = 254;
    private const int MaxLocal = 64;
    private const string LocalPunctuation = ".!#$%&'*+-/=?^_`{|}~";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public bool NeedsUtf8 => !Ascii.IsValid(Local);

    /// <returns>Null for what cannot be sent to: no domain, white space, brackets, control characters, a quoted local part.</returns>
    public static AddressSpec? Parse(string address)
    {
        var at = address.LastIndexOf('@');
        return address.Length <= MaxLength && at is > 0 and <= MaxLocal
            && address[..at].All(MayStandInLocal) && AsciiDomain(address[(at + 1)..]) is { } domain
                ? new AddressSpec(address[..at], domain)
                : null;
    }

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

    public override string ToString() => $"{Local}@{Domain}";

    private static bool MayStandInLocal(char letter) => char.IsAscii(letter)
        ? char.IsAsciiLetterOrDigit(letter) || LocalPunctuation.Contains(letter, StringComparison.Ordinal)
        : !char.IsControl(letter) && !char.IsWhiteSpace(letter) && !char.IsSurrogate(letter);
}
