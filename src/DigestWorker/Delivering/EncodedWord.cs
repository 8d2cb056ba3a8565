using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Delivering;

/// <summary>Text beyond ASCII as words of ASCII (RFC 2047): the shorter of Q and B, and no character is split.</summary>
internal static partial class EncodedWord
{
    /// <summary>The RFC allows 75; this leaves room for "Reply-To: " on a line of 78.</summary>
    public const int MaxLength = 66;

    private const int Frame = 12;
    private const string SafeInPhrases = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/";

    public static IEnumerable<string> Encode(string text) =>
        Quote(text).Length <= Base64(text).Length
            ? Pieces(text, Quote).Select(piece => $"=?utf-8?Q?{Quote(piece)}?=")
            : Pieces(text, Base64).Select(piece => $"=?utf-8?B?{Base64(piece)}?=");

    /// <summary>Reads what <see cref="Encode"/> writes; anything else is left as it is.</summary>
    public static string Decode(string text) =>
        Word().Replace(text, match => match.Groups["form"].Value is "Q" or "q"
            ? Unquote(match.Groups["text"].Value)
            : FromBase64(match.Groups["text"].Value) ?? match.Value);

    private static IEnumerable<string> Pieces(string text, Func<string, string> encode)
    {
        var (start, end) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var next = end + rune.Utf16SequenceLength;
            if (encode(text[start..next]).Length > MaxLength - Frame)
            {
                yield return text[start..end];
                start = end;
            }

            end = next;
        }

        yield return text[start..];
    }

    private static string Quote(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(QuotedByte));

    private static string QuotedByte(byte value) => (char)value switch
    {
        ' ' => "_",
        var plain when SafeInPhrases.Contains(plain, StringComparison.Ordinal) => plain.ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"={value:X2}"),
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Unquote(string text) =>
        Uri.UnescapeDataString(text.Replace('_', ' ').Replace("%", "%25", StringComparison.Ordinal).Replace('=', '%'));

    private static string? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    // Space between two encoded words is no part of the text.
    [GeneratedRegex(@"=\?utf-8\?(?<form>[QB])\?(?<text>[^?\s]*)\?=(?:\s+(?==\?utf-8\?))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Word();
}
