using System.Globalization;
using System.Text;

namespace DigestWorker.Classifying.Changes;

/// <summary>One form of what is written in several: composed letters, plain quotes and dashes, single spaces, nothing invisible.</summary>
internal static class PlainForm
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(plain, rune);
        }

        return plain.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
        {
            AppendSpace(plain);
        }
        else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
        {
            AppendSign(plain, rune);
        }
    }

    private static void AppendSpace(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ')
        {
            plain.Append(' ');
        }
    }

    private static void AppendSign(StringBuilder plain, Rune rune) => _ = rune.Value switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u02BC' or '\u2032' or '`' or '\u00B4' => plain.Append('\''),
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => plain.Append('"'),
        (>= '\u2010' and <= '\u2015') or '\u2212' => plain.Append('-'),
        '\u2026' => plain.Append("..."),
        // Normalisation does not take it.
        '\uFFFE' => plain.Append('\uFFFD'),
        _ => AppendAsIs(plain, rune),
    };

    private static StringBuilder AppendAsIs(StringBuilder plain, Rune rune)
    {
        Span<char> signs = stackalloc char[2];
        return plain.Append(signs[..rune.EncodeToUtf16(signs)]);
    }
}
