using System.Globalization;
using System.Text;

namespace DigestWorker.Matching;

/// <summary>Words in one spelling, however a publisher sets quotes, dashes, spaces and capitals.</summary>
internal static class PlainWords
{
    /// <returns>Words with one space between them.</returns>
    public static string Of(string text)
    {
        var letters = WithPlainMarks(text);
        var folded = new char[letters.Length];
        var length = 0;
        foreach (var letter in letters)
        {
            if (char.IsWhiteSpace(letter))
            {
                folded[length] = ' ';
                length += length > 0 && folded[length - 1] != ' ' ? 1 : 0;
            }
            else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                folded[length++] = char.ToLowerInvariant(char.ToUpperInvariant(letter));
            }
        }

        return new string(folded.AsSpan(0, length).TrimEnd(' '));
    }

    /// <summary>Marks go first, since normalisation takes some of them apart; half a surrogate pair and U+FFFE it does not take at all.</summary>
    private static string WithPlainMarks(string text) => Ascii.IsValid(text)
        ? text.Replace('`', '\'')
        : string.Create(text.Length, text, WritePlainMarks).Normalize(NormalizationForm.FormKC);

    private static void WritePlainMarks(Span<char> plain, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var mark = rune.IsBmp ? new Rune(PlainMark((char)rune.Value)) : rune;
            plain = plain[mark.EncodeToUtf16(plain)..];
        }
    }

    private static char PlainMark(char letter) => letter switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        '\uFFFE' => '\uFFFD',
        _ => letter,
    };
}
