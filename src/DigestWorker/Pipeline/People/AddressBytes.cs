using System.Text;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.People;

/// <summary>Finds an address in the bytes of a mail, in any letter case, also where quoted-printable folded a line of it or wrote a letter in hexadecimal.</summary>
internal sealed class AddressBytes
{
    private readonly byte[][] _spellings;

    public AddressBytes(string email)
    {
        _spellings = [.. EmailAddress.Spellings(email).Append(email.Trim()).Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes).Select(Plain)];
    }

    public bool IsIn(byte[] mail)
    {
        var plain = Plain(mail);
        return _spellings.Any(spelling => IsIn(plain, spelling)) || (plain.Contains((byte)'=') && Decoded(plain) is var decoded && _spellings.Any(spelling => IsIn(decoded, spelling)));
    }

    private static bool IsIn(ReadOnlySpan<byte> mail, ReadOnlySpan<byte> spelling)
    {
        for (var rest = mail; rest.IndexOf(spelling) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            var before = mail.Length - rest.Length + at;
            if (IsEnd(mail[(before + spelling.Length)..]) && (before == 0 || !IsLocal(mail[before - 1])))
            {
                return true;
            }
        }

        return false;
    }

    // "a@example.org" is no part of "a@example.org.uk", but may end a sentence.
    private static bool IsEnd(ReadOnlySpan<byte> after) => after switch
    {
        [] => true,
        [(byte)'.', var next, ..] => !IsWord(next),
        [var next, ..] => !IsWord(next),
    };

    private static bool IsLocal(byte letter) => IsWord(letter) || letter is (byte)'.' or (byte)'+' or (byte)'_';

    private static bool IsWord(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'-' || letter >= 0x80;

    private static byte[] Plain(byte[] text)
    {
        var (plain, length) = (new byte[text.Length], 0);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text.AsSpan(at))
            {
                case [(byte)'=', (byte)'\r', (byte)'\n', ..]:
                    at += 2;
                    break;
                case [(byte)'=', (byte)'\n', ..]:
                    at++;
                    break;
                default:
                    plain[length++] = Lower(text[at]);
                    break;
            }
        }

        return plain[..length];
    }

    private static byte[] Decoded(byte[] text)
    {
        var (decoded, length) = (new byte[text.Length], 0);
        for (var at = 0; at < text.Length; at++)
        {
            var isCode = text.AsSpan(at) is [(byte)'=', var high, var low, ..] && char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low);
            decoded[length++] = isCode ? Lower(Convert.FromHexString($"{(char)text[at + 1]}{(char)text[at + 2]}")[0]) : text[at];
            at += isCode ? 2 : 0;
        }

        return decoded[..length];
    }

    private static byte Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter + 32) : letter;
}
