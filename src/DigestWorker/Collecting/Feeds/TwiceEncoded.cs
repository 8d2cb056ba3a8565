using System.Text;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Feeds;

/// <summary>
/// Letters that a publisher's own system encoded once too often: "donâ€™t" for "don’t", "Â£5" for "£5". Read back only where they
/// can mean nothing else in any language of the UK.
/// </summary>
internal static partial class TwiceEncoded
{
    // What Windows-1252 shows for the second and third bytes of a letter in UTF-8.
    private const string Next = "[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny('\u00C2', '\u00C3', '\u00E2');

    public static string Mended(string text) =>
        MayBeIn(text) ? Letters().Replace(text, match => Read(match.Value)) : text;

    private static string Read(string letter)
    {
        try
        {
            return Strict.GetString([.. letter.Select(Byte)]);
        }
        catch (DecoderFallbackException)
        {
            return letter;
        }
    }

    private static byte Byte(char shown) => shown <= '\u00FF' ? (byte)shown : DeclaredEncoding.Fallback.GetBytes([shown])[0];

    [GeneratedRegex($"[\u00C2\u00C3]{Next}|\u00E2[\u0080\u20AC]{Next}", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Letters();
}
