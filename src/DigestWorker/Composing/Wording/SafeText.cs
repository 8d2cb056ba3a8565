using System.Globalization;
using System.Text;

namespace DigestWorker.Composing.Wording;

/// <summary>
/// Text from a source as one harmless line: without control, direction, zero-width and private-use characters,
/// one space between words.
/// </summary>
internal static class SafeText
{
    /// <summary>More than any title or paragraph needs; the rest of a longer one is not read.</summary>
    private const int Longest = 4_000;

    public static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Longest)).EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                AddSpace(line);
            }
            else if (!IsHidden(rune))
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }

    private static void AddSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
        {
            line.Append(' ');
        }
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);

    private static bool IsHidden(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
